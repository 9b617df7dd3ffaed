import type { Notice, ReleasedItem } from '@mash/contracts';
import { AuditIsDown, ServiceDown } from '../../api-clients/service-errors';
import { aChild, anEnquiry, aMother, aRoster, before, CHILD, NOW, READER, SEALED } from '../enquiry/testing/an-enquiry';
import { NoticeContent, type NoticeAnswer } from './notice-content';
import { noticeView } from './notices/notice.presenter';
import { noticesView, receiptChip } from './notices/notices.presenter';
import type { KnownItem } from '../picture/read-item';
import { readChosen } from './press/chosen-answers';
import { ifItCanBeHad } from './press/if-it-can-be-had';
import { noticeOf, type KnownNow } from './press/notice-of';
import { protectView, protectViewAlone } from './press/protect.presenter';
import { toRingView } from './press/to-ring.presenter';

const known = (changes: Partial<KnownNow> = {}): KnownNow => ({
  concern: {
    kind: 'shown' as const,
    redacted: false,
    content: { narrative: 'A burn', caller: { name: 'Amara Osei' } },
  },
  concernedWith: ['Neglect'],
  roster: aRoster([
    aChild({ address: { lines: '4 Tanner Row', postcode: 'RV1 4TT' } }),
    aMother({ addressProtected: true, address: { lines: '9 Hidden Lane' } }),
  ]),
  answers: { told: [], leftOut: 0 },
  pressedBy: {
    ...{ accountId: READER, name: 'Grace Adeyemi', roleTitle: 'MASH manager', roles: ['mash-manager'] },
    ...{ agencyId: 'riverside-council', agencyKind: 'council', agencyName: 'Riverside Council' },
    ...{ partnershipId: READER, clearances: [] },
  },
  outOfHours: false,
  now: NOW,
  ...changes,
});

describe('What a press of Immediate protection tells', () => {
  test('is the concern, the people with their addresses, and who pressed', () => {
    const content = noticeOf(known());
    expect(NoticeContent.safeParse(JSON.parse(JSON.stringify(content))).success).toBe(true);
    expect(content).toMatchObject({
      concern: { narrative: 'A burn' },
      missing: [],
      pressedBy: { name: 'Grace Adeyemi', agency: 'Riverside Council' },
    });
    expect(content.people[0]).toMatchObject({ name: 'Kian Marlowe', age: '8 years', address: '4 Tanner Row, RV1 4TT' });
  });

  test('is never a protected address, sealed ones included, nor who told the hub', () => {
    const protectedAddresses = [{ mentionId: CHILD, lines: '9 Hidden Lane' }];
    const content = noticeOf(
      known({
        concern: {
          kind: 'shown',
          redacted: false,
          content: { narrative: 'A burn', caller: { name: 'Amara Osei' }, protectedAddresses },
        },
      }),
    );
    expect(JSON.stringify(content)).not.toMatch(/Hidden|Amara/);
    expect(content.people[1]).toMatchObject({ addressProtected: true, address: undefined });
  });

  test('goes out though nothing can be opened, and says what is missing', () => {
    const bare = noticeOf(known({ concern: undefined, roster: undefined }));
    expect(bare).toMatchObject({ concern: undefined, people: [] });
    expect(bare.missing).toEqual([
      'The concern: could not be opened. Ring the hub.',
      'The people: could not be read. Ring the hub.',
    ]);
    const withheld = { kind: 'withheld' as const, sentence: 'Left out.', releasers: [] };
    expect(noticeOf(known({ concern: withheld })).missing).toEqual(['The concern: withheld. Left out.']);
  });

  test('tells who is on the enquiry by age where no name can be read, and no address', () => {
    const withoutNames = [
      { personId: CHILD, kind: 'child' as const, ageBand: '5-10' as const, relation: 'concern' as const },
    ];
    const { people } = noticeOf(known({ roster: undefined, withoutNames }));
    expect(people).toEqual([
      expect.objectContaining({ name: 'A child whose name could not be read', age: '5 to 10', addressProtected: true }),
    ]);
  });

  test('can be read out to a recipient whom it could not be sent to', () => {
    const recipient = { agencyId: 'riverside-police', team: 'police', agencyKind: 'police' } as const;
    const view = toRingView({ ...recipient, content: noticeOf(known()) });
    expect(view.recipient).toBe('Riverside Police (police)');
    expect(view.concern).toContainEqual({ key: 'The concern', value: 'A burn', isGap: false });
    expect(view.people[1]?.rows).toContainEqual({ key: 'Address', value: 'Protected: ring the hub', isGap: false });
  });

  test('is cut where it would not fit an envelope, and says so', () => {
    const content = { narrative: 'x'.repeat(40_000) };
    const cut = noticeOf(known({ concern: { kind: 'shown', redacted: false, content } })).concern?.narrative;
    expect(cut?.length).toBeLessThan(10_000);
    expect(cut).toMatch(/cut here: ring the hub/);
  });

  const answer = (changes: Partial<NoticeAnswer> = {}): NoticeAnswer => ({
    ...{
      itemId: CHILD,
      envelopeId: READER,
      requestId: READER,
      personId: CHILD,
      agency: 'Riverside Health',
      when: '4 May 2026',
    },
    ...{ about: 'Kian Marlowe', what: 'Injuries. Fact', text: 'A fracture.', foot: 'Source: A&E', isSure: true },
    ...changes,
  });

  test('is what agencies answered, as it was chosen and released; what may not be told is counted', () => {
    const content = noticeOf(known({ answers: { told: [answer(), answer({ isSure: false })], leftOut: 2 } }));
    expect(NoticeContent.parse(JSON.parse(JSON.stringify(content))).items).toHaveLength(2);
    expect(content.missing).toEqual(['2 things that agencies answered: left out. Ring the hub.']);
    const { answers } = toRingView({
      ...{ agencyId: 'riverside-police', team: 'police', agencyKind: 'police', content },
    });
    expect(answers[1]).toEqual({
      key: 'Riverside Health, 4 May 2026',
      value: 'A fracture.\nAbout Kian Marlowe. Injuries. Fact.\nNobody has confirmed whom this is about.\nSource: A&E',
    });
  });

  test('says that answers were chosen and could not be opened', () => {
    expect(noticeOf(known({ answers: undefined })).missing).toEqual([
      'What agencies answered: could not be opened. Ring the hub.',
    ]);
  });

  test.each([1, 20, 200])('fits an envelope however long %i answers and the concern are', (count) => {
    const told = Array.from({ length: count }, () => answer({ text: 'ŵ'.repeat(9_000), foot: 'ŷ'.repeat(900) }));
    const words = 'x'.repeat(20_000);
    const content = { narrative: words, seenMyself: words, toldByOthers: words, whereIsTheChildNow: words };
    const concern = { kind: 'shown', redacted: false, content } as const;
    const whole = noticeOf(known({ concern, answers: { told, leftOut: 0 } }));
    expect(Buffer.byteLength(JSON.stringify(whole))).toBeLessThan(46_000);
    const notTold = count - (whole.items?.length ?? 0);
    expect(whole.missing.join(' ').includes('no room here')).toBe(notTold > 0);
    expect(whole.items?.length).toBeGreaterThan(0);
  });

  test('waits for no service and no audit, and hides no fault of our own', async () => {
    const failing = (error: Error) => ifItCanBeHad(() => Promise.reject(error));
    await expect(failing(new AuditIsDown())).resolves.toBeUndefined();
    await expect(failing(new ServiceDown('sharing'))).resolves.toBeUndefined();
    await expect(failing(new TypeError('ours'))).rejects.toThrow(TypeError);
    await expect(ifItCanBeHad(() => new Promise(() => undefined), 5)).resolves.toBeUndefined();
  });
});

describe('The page before the press', () => {
  test('says whom a press tells now, and that the duty team stands in for social care at night', () => {
    const recipients = [
      { agencyId: 'riverside-police', team: 'police', agencyKind: 'police' },
      { agencyId: 'riverside-social-care', team: 'emergency-duty', agencyKind: 'council' },
    ] as const;
    const told = { outOfHours: true, recipients: [...recipients] };
    const given = {
      enquiry: anEnquiry(),
      told,
      answers: { items: [], notHere: [] },
      names: new Map(),
      protectionId: CHILD,
      now: NOW,
    };
    const view = protectView({ ...given, roster: aRoster([]) });
    expect(view.gaps).toEqual([]);
    expect(view.heading).toBe('Tell police and emergency duty team now?');
    expect(view.recipients).toEqual([
      'Riverside Police (police)',
      "Riverside Children's Social Care (emergency duty team)",
    ]);
    expect(view.when).toMatch(/closed/);
  });

  const told = {
    ...{ outOfHours: false, enquiryId: READER, openingKnown: false },
    recipients: [{ agencyId: 'riverside-police', team: 'police' as const, agencyKind: 'police' }],
  };

  test('says what a press goes without, while the concern and the people cannot be read', () => {
    const given = { enquiry: anEnquiry(), told, names: new Map(), protectionId: CHILD, now: NOW };
    const view = protectView({ ...given, roster: undefined, answers: undefined });
    expect(view.gaps).toEqual([
      expect.stringMatching(/names and addresses cannot be read.*ring them as well/),
      expect.stringMatching(/agencies have answered cannot be read/),
    ]);
    expect(view.answers).toBeUndefined();
  });

  test('offers all that the presser may read, ticked, save what may be about somebody else', () => {
    const item = (itemId: string, changes: Partial<ReleasedItem> = {}): KnownItem => ({
      item: {
        ...{ envelopeId: READER, itemId, visibility: 'shown', outcome: 'PERMIT', agencyId: 'riverside-police' },
        ...{ reason: { code: 'A', sentence: 'A.' }, decisionId: READER, rule: 'A', redactions: [], obligations: [] },
        ...changes,
      },
      content: { text: 'He was seen alone.' },
    });
    const given = { enquiry: anEnquiry(), told, roster: aRoster([]), names: new Map(), protectionId: CHILD, now: NOW };
    const other = READER;
    const view = protectView({
      ...given,
      answers: { items: [item(CHILD), item(other, { identity: 'possible' })], notHere: [] },
    });
    expect(view.answers?.summary).toBe('1 thing that agencies answered goes with it: choose');
    expect(view.answers?.choice.args).toMatchObject({
      items: [
        { value: `${READER} ${CHILD}`, checked: true, text: expect.stringContaining('Riverside Police') },
        { value: `${READER} ${other}`, checked: false },
      ],
    });
    const gone = { items: [], notHere: ['Riverside Police: an answer is not there any more'] };
    expect(protectView({ ...given, answers: gone })).toMatchObject({ answers: undefined, gaps: gone.notHere });
  });

  test('what was chosen comes back from the form; what cannot be read holds nothing up', () => {
    const one = `${READER} ${CHILD}`;
    expect(readChosen([one, one, 'nothing', { a: 1 }])).toEqual([{ envelopeId: READER, itemId: CHILD }]);
    expect(readChosen(one)).toEqual([{ envelopeId: READER, itemId: CHILD }]);
    expect(readChosen(undefined)).toEqual([]);
  });

  test('stands by its reference alone, while the enquiry cannot be shown', () => {
    const view = protectViewAlone(told, 'E-7K2Q4X9', CHILD);
    expect(view).toMatchObject({
      heading: 'Tell police now?',
      enquiryId: READER,
      action: '/enquiries/E-7K2Q4X9/protect',
    });
    expect(view.gaps).toEqual([expect.stringMatching(/does not answer now/)]);
  });
});

const notice = (changes: Partial<Notice> = {}): Notice => ({
  noticeId: CHILD,
  enquiryId: READER,
  reference: 'E-7K2Q4X9',
  team: 'police',
  sentAt: before(10),
  receiptDueAt: before(-5),
  sealed: SEALED,
  ...changes,
});

describe('Notices, where they arrive', () => {
  test('come without a receipt first, and count those', () => {
    const view = noticesView([notice({ receivedAt: before(1) }), notice({ reference: 'E-2222222' })], NOW);
    expect(view.heading).toBe('1 notice waits for your receipt');
    expect(view.rows.map(({ reference }) => reference)).toEqual(['E-2222222', 'E-7K2Q4X9']);
    expect(noticesView([], NOW).heading).toBe('Every notice has its receipt');
  });

  test('that was taken back says so, shows nothing, and asks for no receipt', () => {
    const recalled = notice({ recalledAt: before(3) });
    const view = noticeView({ notice: recalled, document: { kind: 'unreachable' }, now: NOW });
    expect(view).toMatchObject({
      heading: 'This notice was taken back',
      receiptAction: undefined,
      wrongHref: undefined,
    });
    expect(view.missing.join()).toContain('Do not act on it');
    expect(noticesView([recalled], NOW).heading).toBe('Every notice has its receipt');
  });

  test('say by when a receipt is due, that it is late, or when it was given', () => {
    expect(receiptChip(notice(), NOW).text).toBe('Confirm by 13:45 today');
    expect(receiptChip(notice({ receiptDueAt: before(3) }), NOW)).toMatchObject({
      look: 'late',
      text: 'Receipt 3 min late',
    });
    expect(receiptChip(notice({ receivedAt: before(2) }), NOW)).toMatchObject({
      look: 'met',
      text: 'Received 13:38 today',
    });
  });

  test('show what is known, and ask for the receipt once', () => {
    const content = NoticeContent.parse(JSON.parse(JSON.stringify(noticeOf(known()))));
    const document = { kind: 'shown', content, redacted: false } as const;
    const view = noticeView({ notice: notice(), document, now: NOW });
    expect(view.pressed).toBe('Grace Adeyemi, MASH manager, Riverside Council, pressed 13:30 today.');
    expect(view.concern.find(({ key }) => key === 'Where the child is now')?.isGap).toBe(true);
    expect(view.people[1]?.rows).toContainEqual({ key: 'Address', value: 'Protected: ring the hub', isGap: false });
    expect(view.receiptAction).toBe(`/notices/${CHILD}/receipt`);
    expect(noticeView({ notice: notice({ receivedAt: before(1) }), document, now: NOW }).receiptAction).toBeUndefined();
  });

  test('can be confirmed though their words cannot be opened', () => {
    for (const document of [{ kind: 'unreachable' }, { kind: 'absent' }, { kind: 'unreadable' }] as const) {
      const view = noticeView({ notice: notice(), document, now: NOW });
      expect(view.missing).toHaveLength(1);
      expect(view.receiptAction).toBeDefined();
    }
  });
});
