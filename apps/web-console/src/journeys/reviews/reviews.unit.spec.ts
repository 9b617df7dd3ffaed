import type { Review } from '@mash/contracts';
import { readReviewAnswer } from './review-answer.form';
import { nameIn, pathOf, reviewListView } from './review-list.presenter';
import { reviewView } from './review.presenter';

const now = new Date('2026-11-23T13:40:00.000Z');
const child = '0198cccc-0000-7000-8000-000000000004';
const review = (changes: Partial<Review> = {}): Review => ({
  reviewId: '0198cccc-0000-7000-8000-000000000050',
  enquiryId: '0198cccc-0000-7000-8000-000000000002',
  sharingDecisionId: '0198cccc-0000-7000-8000-000000000051',
  about: { kind: 'request-line', id: '0198cccc-0000-7000-8000-000000000003' },
  mode: 'ask',
  fromAgencyId: 'riverside-council',
  toAgencyId: 'riverside-health-trust',
  toAudience: 'agency',
  personId: child,
  category: 'parental-mental-health',
  purpose: 'S17',
  releaser: 'hub_manager',
  raisedAt: '2026-11-23T13:20:00.000Z',
  dueAt: '2026-11-23T13:35:00.000Z',
  state: 'open',
  late: true,
  level: 'senior',
  reasons: [{ code: 'CONSENT_REFUSED', sentence: 'Consent was refused, and the threshold is below section 47.' }],
  threshold: 's17',
  consent: 'refused',
  agreement: 'default_allow',
  informParent: true,
  askedBy: 'an-analyst',
  mayAnswer: true,
  mayOverride: false,
  nobodyNamed: false,
  dutyRoutes: [],
  ...changes,
});
const view = (changes: Partial<Review> = {}) =>
  reviewView({
    review: review(changes),
    whom: 'Dawn Marlowe',
    readerId: 'a-manager',
    nextId: undefined,
    errors: [],
    now,
  });

const whole = { answer: 'release', ground: 'necessary_and_proportionate', reason: 'She treats him.' };
const fieldsWrong = (fields: object): string[] =>
  readReviewAnswer({ ...whole, ...fields }).errors.map(({ field }) => field);

describe('A review', () => {
  test('says in one sentence who tells whom what about whom, for what', () => {
    expect(view().heading).toBe(
      'Riverside Council asks Riverside NHS Trust about Dawn Marlowe (adult mental health), for assessing need (section 17). Asking tells them that the hub looks at this person.',
    );
    expect(view({ mode: 'onward', toAudience: 'team_eh', category: 'hub-summary' }).heading).toContain(
      'tells Riverside NHS Trust',
    );
  });

  test('shows how late it is and how far it has climbed, why a human, and threshold, consent and agreement in words', () => {
    expect(view()).toMatchObject({
      clock: { look: 'late', text: '5 min late' },
      level: 'Its time is up: it is with the named senior too',
      reasons: ['Consent was refused, and the threshold is below section 47.'],
    });
    expect(Object.fromEntries(view().rows.map(({ key, value }) => [key, value]))).toMatchObject({
      Threshold: 'Child in need (section 17)',
      'Consent to share': 'Refused',
      Agreement: 'An agreement in force allows it',
      'Must the parent be told?': 'Yes, unless it is unsafe',
    });
  });

  test('shows the hub which enquiry it is of, where to read on, and what the agency would read', () => {
    const links = { contact: '/enquiries/E-2/contact', picture: '/enquiries/E-2/picture', consent: undefined };
    const question = {
      ...{ purpose: 'S17' as const, purposeText: 'To assess need.', person: { names: ['Dawn Marlowe'], aliases: [] } },
      questions: [
        {
          category: 'parental-mental-health' as const,
          label: 'Adult mental health',
          existenceOnly: false,
          why: 'Said so.',
        },
      ],
    };
    const given = { whom: 'Dawn Marlowe', readerId: 'a-manager', nextId: undefined, errors: [], now, links };
    const shown = reviewView({
      ...{ ...given, review: review({ enquiryReference: 'E-7K2Q4X9' }) },
      question: { ...question, person: { ...question.person, addresses: ['4 Tanner Row'] } },
    });
    expect(shown).toMatchObject({ links, question: { text: 'To assess need.' } });
    expect(shown.rows[0]).toEqual({ key: 'Enquiry', value: 'E-7K2Q4X9' });
    expect(shown.question?.rows).toEqual([
      { key: 'Name', value: 'Dawn Marlowe' },
      { key: 'Address', value: '4 Tanner Row' },
      { key: 'Why adult mental health too', value: 'Said so.' },
    ]);
    expect(view()).toMatchObject({ links: undefined, question: undefined });
  });

  test('shows the hub what would be sent of a letter or handover that waits', () => {
    const product = {
      ...{ productId: child, kind: 'handover' as const, madeAt: '2026-11-23T13:19:00.000Z', words: 'Please help.' },
      people: [{ personId: child, displayName: 'Dawn Marlowe', birthDate: '3 May 2018' }],
      items: [],
      closedToRecipient: { code: 'SERVICE_NOT_AGREED', sentence: 'Nobody has agreed to help.' },
    };
    const given = { whom: 'Dawn Marlowe', readerId: 'a-manager', nextId: undefined, errors: [], now };
    const ofProduct = review({ about: { kind: 'product', id: child }, mode: 'onward', category: undefined });
    const shown = reviewView({ ...given, review: ofProduct, product });
    expect(shown.heading).toContain(
      'tells Riverside NHS Trust about Dawn Marlowe (in a letter or handover of its own)',
    );
    expect(shown.product).toMatchObject({
      ...{ words: 'Please help.', people: ['Dawn Marlowe, born 3 May 2018'], closed: undefined },
    });
    expect(shown.productHeading).toBe('What would be sent');
    expect(reviewView({ ...given, review: { ...ofProduct, state: 'superseded' }, product }).productHeading).toBe(
      'What it was about',
    );
    expect(view().product).toBeUndefined();
  });

  test('speaks to whoever decides of what has come into doubt or was recalled, and not as to its recipient', () => {
    const item = { itemId: 'i', agencyName: 'Riverside Police', personId: child, kind: 'fact', text: 'Seen.' };
    const product = {
      ...{ productId: child, kind: 'handover' as const, madeAt: '2026-11-23T13:19:00.000Z', words: 'Please help.' },
      people: [],
      items: [{ ...item, category: 'police-incidents' as const, identity: 'possible' as const }],
      recalled: [{ on: '2026-11-22T10:00:00.000Z', items: 1 }],
      recalledPeople: 1,
    };
    const given = { whom: 'Dawn Marlowe', readerId: 'a-manager', nextId: undefined, errors: [], now };
    const ofProduct = review({ about: { kind: 'product', id: child }, mode: 'onward', category: undefined });
    const { product: shown } = reviewView({ ...given, review: ofProduct, product });
    expect(shown?.recalled).toHaveLength(2);
    expect(JSON.stringify(shown)).not.toMatch(/ask the hub|Since it was sent/i);
    expect(shown?.doubt).toContain('into doubt whom this is about');
  });

  test('says where what would be sent cannot be shown, as loudly as what it says', () => {
    const given = { whom: 'Dawn Marlowe', readerId: 'a-manager', nextId: undefined, errors: [], now };
    const ofProduct = review({ about: { kind: 'product', id: child }, mode: 'onward', category: undefined });
    const notShown = (why: 'cannot' | 'recalled', state: Review['state'] = 'open') =>
      reviewView({ ...given, review: { ...ofProduct, state }, notShown: why }).notShown;
    expect(notShown('cannot')).toBe(
      'What would be sent cannot be shown to you now: do not release what you have not read.',
    );
    expect(notShown('recalled')).toContain('recalled');
    expect(notShown('cannot', 'refused')).toBe('What it was about cannot be shown to you now.');
    expect(view().notShown).toBeUndefined();
  });

  test('leads whoever may answer for an item to the page with the item, and whoever watches to the review', () => {
    const ofItem = review({ about: { kind: 'item', id: child }, releaser: 'holder' });
    expect(pathOf(ofItem)).toBe(`/release-onward/${ofItem.sharingDecisionId}`);
    expect(pathOf({ ...ofItem, mayAnswer: false })).toBe(`/reviews/${ofItem.reviewId}`);
  });

  const whoAnswers = (changes: Partial<Review>) => view(changes).rows.find(({ key }) => key === 'Who answers')?.value;

  test('names who answers and their deputy', () => {
    const seated = [
      { seat: 'releaser' as const, name: 'Priya Nair' },
      { seat: 'deputy' as const, name: 'Tom Ellis' },
    ];
    expect(whoAnswers({ seated })).toBe(
      'A hub manager.\nReleaser, from the start: Priya Nair\nDeputy, from half of the time: Tom Ellis',
    );
  });

  test('says of what the hub asks that its own body is the holder, and that a manager who did not ask stands in', () => {
    const waits = { releaser: 'holder', releaserAgencyId: 'riverside-council' } as const;
    expect(whoAnswers({ ...waits, nobodyNamed: true })).toBe(
      "The hub's own body, Riverside Council.\nNobody is named: a hub manager who did not ask answers.",
    );
    expect(whoAnswers({ ...waits, mode: 'content' })).toBe('The agency whose information it is.');
  });

  test('says that what only the adoption agency opens stays shut while nobody is named for it, and whom to ring', () => {
    const dutyRoutes = [{ name: 'Adoption team', telephone: '01632 960155' }];
    const waits = { releaser: 'adoption_agency', nobodyNamed: true, mayAnswer: false, dutyRoutes } as const;
    expect(whoAnswers({ ...waits, dutyRoutes: [...dutyRoutes] })).toMatch(
      /^The adoption agency\.\nNobody is named, so it stays shut\..*\nRing Adoption team, 01632 960155\.$/s,
    );
    expect(view({ ...waits, dutyRoutes: [] }).fields).toBeUndefined();
  });

  test('asks of a legal question that no lawyer is named for whose advice it rests on, and when it was given', () => {
    expect(view({ releaser: 'legal', nobodyNamed: true, adviceNeeded: true }).fields).toHaveLength(6);
    expect(view().fields).toHaveLength(4);
    const read = (fields: object) => readReviewAnswer({ ...whole, ...fields }, { adviceNeeded: true });
    expect(read({}).errors.map(({ field }) => field)).toEqual(['adviceBy', 'adviceOn']);
    const given = {
      adviceBy: 'A. Solicitor',
      'adviceOn-day': '20',
      'adviceOn-month': '11',
      'adviceOn-year': '2026',
    };
    expect(read(given).given?.advice).toEqual({ by: 'A. Solicitor', on: '2026-11-20' });
    expect(read({ ...given, 'adviceOn-day': '31' }).given).toBeUndefined();
    expect(readReviewAnswer({ ...whole, ...given }).given?.advice).toBeUndefined();
  });

  test('leans to no answer: nothing is chosen before the releaser chooses', () => {
    expect(JSON.stringify(view().fields)).not.toMatch(/"checked":true/);
  });

  test('that was answered can be read and not answered again', () => {
    const answered = view({ state: 'refused', ground: 'harm_to_child', answeredAt: '2026-11-23T13:30:00.000Z' });
    expect(answered).toMatchObject({ fields: undefined, answered: 'Refused: it would harm the child' });
  });

  test('that is taken back says why nobody decides any more', () => {
    const about = { kind: 'product', id: child };
    expect(view({ state: 'superseded', about }).answered).toContain('another took its place');
    expect(view({ state: 'superseded' }).answered).toContain('The question has changed');
  });

  test('says to the one who asked that somebody else must answer', () => {
    const own = reviewView({
      review: review({ askedBy: 'me' }),
      whom: 'x',
      readerId: 'me',
      nextId: undefined,
      errors: [],
      now,
    });
    expect(own.rows.find(({ key }) => key === 'Asked by')?.value).toBe('You: somebody else must answer');
  });
});

describe('The answer to a review', () => {
  test('is an answer, a ground of that answer, and a reason', () => {
    expect(readReviewAnswer(whole)).toEqual({ given: whole, errors: [] });
  });

  test('is refused without them', () => {
    expect(fieldsWrong({ answer: 'yes please' })).toEqual(['answer']);
    expect(fieldsWrong({ reason: '  ' })).toEqual(['reason']);
    expect(fieldsWrong({ reason: 'x'.repeat(4001) })).toEqual(['reason']);
  });

  test('never releases on a ground for refusing, nor refuses on one for releasing', () => {
    expect(fieldsWrong({ ground: 'law_forbids' })).toEqual(['ground']);
    expect(fieldsWrong({ answer: 'refuse' })).toEqual(['ground']);
    expect(fieldsWrong({ answer: 'refuse', ground: 'law_forbids' })).toEqual([]);
  });

  test('with conditions says which; without, drops a condition that was typed', () => {
    expect(fieldsWrong({ answer: 'release_with_conditions' })).toEqual(['condition']);
    expect(readReviewAnswer({ ...whole, condition: 'Read only' }).given).not.toHaveProperty('condition');
  });
});

describe('The list of reviews', () => {
  test('says how many wait and how many are late, soonest due first', () => {
    const later = review({
      reviewId: '0198cccc-0000-7000-8000-000000000052',
      dueAt: '2026-11-23T15:00:00.000Z',
      late: false,
    });
    const list = reviewListView([later, review()]);
    expect(list.heading).toBe('2 wait for your yes or no, 1 late');
    expect(list.nextHref).toBe('/reviews/0198cccc-0000-7000-8000-000000000050');
    expect(reviewListView([]).heading).toBe('Nothing waits for your yes or no');
  });

  test('names nobody to a reader who may not have the name', () => {
    expect(nameIn(new Map(), review())).toBe('a person on this enquiry');
  });
});
