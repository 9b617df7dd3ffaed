import type { HolderItem, HolderTasks, Review } from '@mash/contracts';
import { matterOfReview, releaseMatters, type ReleaseMatter } from './release-matter';
import { readRelease } from './release.form';
import { releaseView } from './release.presenter';

const id = (n: number): string => `0198dddd-0000-7000-8000-${String(n).padStart(12, '0')}`;
const now = new Date('2026-11-23T13:40:00.000Z');
const review = (changes: Partial<Review> = {}): Review => ({
  ...{ mayAnswer: true, mayOverride: false, nobodyNamed: false, dutyRoutes: [] },
  ...{ reviewId: id(1), enquiryId: id(2), sharingDecisionId: id(3), about: { kind: 'item', id: id(4) } },
  ...{ mode: 'onward', fromAgencyId: 'riverside-police', toAgencyId: 'riverside-social-care', toAudience: 'team_sc' },
  ...{ personId: id(5), purpose: 'S47', releaser: 'holder', releaserAgencyId: 'riverside-police' },
  ...{ raisedAt: '2026-11-23T13:00:00.000Z', dueAt: '2026-11-23T15:30:00.000Z', state: 'open', late: false },
  ...{ level: 'releaser', reasons: [{ code: 'NOT_RELEASED', sentence: 'It may leave only with your release.' }] },
  ...{ threshold: 's47', consent: 'not_sought', agreement: 'default_allow', informParent: true, askedBy: id(6) },
  ...changes,
});
const task = (changes: Partial<HolderTasks['tasks'][number]> = {}): HolderTasks['tasks'][number] => ({
  ...{ code: 'REQUEST_WORDING', enquiryId: id(2), itemId: id(4), sharingDecisionId: id(7), purpose: 'EH' },
  ...{ to: { audience: 'team_eh', agencyId: 'riverside-early-help' }, dueAt: '2026-11-23T14:00:00.000Z', late: false },
  ...changes,
});
const matter = (changes: Partial<ReleaseMatter> = {}): ReleaseMatter => {
  const found = matterOfReview(review());
  if (found === undefined) throw new Error('No matter');
  return { ...found, ...changes };
};
const item: HolderItem = {
  ...{ itemId: id(4), personId: id(5), category: 'police-intelligence', kind: 'opinion', when: '2026-05-04' },
  ...{ text: 'Somebody close to them says so.', source: 'Intelligence desk', flags: ['hub_only', 'source_risk'] },
  stated: [],
  stands: { isReadable: true, alert: 'none', unsafe: 'none', relevance: 'relevant', to: [] },
  recipient: {
    audience: 'team_sc',
    agencyId: 'riverside-social-care',
    purpose: 'S47',
    asItStands: 'Somebody says so.',
  },
};
const view = (changes: object = {}) =>
  releaseView({
    ...{ matter: matter(), item, whom: 'Kian Marlowe', ownAgencyId: 'riverside-police', nextHref: undefined },
    ...{ errors: [], now, ...changes },
  });
const read = (fields: object, changes: Partial<ReleaseMatter> = {}, mayCall = false) =>
  readRelease({ reason: 'We have weighed it.', ...fields }, { matter: matter(changes), personId: id(5), mayCall, now });
const wrong = (...its: Parameters<typeof read>) => read(...its).errors.map(({ field }) => field);
const to = { audience: 'team_sc', agencyId: 'riverside-social-care' };

describe('What waits for a holder', () => {
  test('is each thing once, soonest first, whether somebody waits for an answer or a task is due', () => {
    const second = review({ reviewId: id(8), dueAt: '2026-11-23T15:31:00.000Z' });
    const found = releaseMatters(
      [second, review()],
      [task(), task({ code: 'HOLD_TELLING', sharingDecisionId: id(9) })],
    );
    expect(found.map(({ sharingDecisionId, kind }) => [sharingDecisionId, kind])).toEqual([
      [id(7), 'item'],
      [id(9), 'letter'],
      [id(3), 'item'],
    ]);
    expect(found[2]?.review?.reviewId).toBe(id(1));
  });

  test('is for its safeguarding lead too, where telling is claimed to harm the child', () => {
    const claimed = review({ releaser: 'holder_safeguarding_lead' });
    expect(matterOfReview(claimed)).toMatchObject({ kind: 'item', itemId: id(4), review: claimed });
  });

  test('is nothing that somebody else answers, and nothing about asking', () => {
    expect(matterOfReview(review({ releaser: 'hub_manager' }))).toBeUndefined();
    expect(matterOfReview(review({ about: { kind: 'request-line', id: id(4) } }))).toBeUndefined();
    expect(matterOfReview(review({ state: 'released' }))).toBeUndefined();
    expect(matterOfReview(review({ about: { kind: 'product', id: id(4) } }))?.kind).toBe('letter');
  });
});

describe('The page of a release', () => {
  test('shows its agency the harm that was claimed, which the answer is about', () => {
    const claimed = { says: 'detriment', statedAt: '2026-11-23T10:00:00.000Z', to, harm: 'He would run from home.' };
    expect(view({ item: { ...item, stated: [claimed] } }).stated[0]).toMatch(/The harm: He would run from home\.$/);
  });

  test('says of what was said of the same thing, sent another time, that it was said of that one', () => {
    const refused = { says: 'refused', statedAt: '2026-11-23T10:00:00.000Z', to };
    const lines = view({ item: { ...item, stated: [{ ...refused, isOfAnother: true }, refused] } }).stated;
    expect(lines[0]).toMatch(
      /Refused \(.+\)\. This was said of the same thing as you sent it another time; it counts here too$/,
    );
    expect(lines[1]).not.toMatch(/another time/);
  });

  test('says who would read what about whom, for what, and shows the item beside what they would read', () => {
    expect(view().heading).toBe(
      "May Riverside Children's Social Care read what Riverside Police said about Kian Marlowe, for a child protection enquiry (section 47)?",
    );
    expect(view()).toMatchObject({
      clock: { text: 'Due 15:30 today, 1 h 50 min left' },
      item: { text: 'Somebody close to them says so.' },
      sees: { text: 'Somebody says so.' },
      reasons: ['It may leave only with your release.'],
    });
  });

  test('leans to no answer, and asks after the source only where one may be told', () => {
    expect(JSON.stringify([view().choice, view().fields])).not.toMatch(/"checked":true/);
    expect(JSON.stringify(view().fields)).toContain('hidesSource');
    expect(JSON.stringify(view({ item: { ...item, flags: [] } }).fields)).not.toContain('hidesSource');
  });

  test('about a letter asks one thing, and tells the referrer nothing', () => {
    const letter = view({
      matter: matter({ kind: 'letter', to: { audience: 'referrer_pro', agencyId: 'meadow-lane-primary' } }),
    });
    expect(letter.heading).toContain('The hub wants to write to Meadow Lane Primary School (who referred)');
    expect(letter).toMatchObject({ harm: undefined, condition: undefined, sees: undefined });
  });

  test('of what a law bars shows nothing, and lets it be refused', () => {
    expect(view({ item: undefined })).toMatchObject({
      item: undefined,
      notOpened: expect.stringContaining('A law bars this') as string,
    });
  });

  test('of an answer that is lost says so, and leads to no page about an item that is not there', () => {
    expect(view({ item: undefined, isLost: true, matter: matter({ kind: 'letter' }) })).toMatchObject({
      ...{ item: undefined, wrongHref: undefined },
      notOpened: expect.stringContaining('cannot be read any more') as string,
    });
  });
});

describe('The decision of a holder', () => {
  test('releases as it stands, or in other words, to the recipient that was asked about', () => {
    expect(read({ choice: 'as_it_stands', ground: 'necessary_and_proportionate' }).given).toMatchObject({
      ...{ answer: 'release', ground: 'necessary_and_proportionate', facts: { says: 'released_as_it_stands', to } },
    });
    const worded = read({
      choice: 'wording',
      ground: 'child_safety_outweighs',
      wording: 'Visit in pairs.',
      hidesSource: 'yes',
    });
    expect(worded.given).toMatchObject({
      facts: { says: 'released_wording', to, hidesSource: true },
      content: { wording: 'Visit in pairs.', reason: 'We have weighed it.' },
    });
  });

  test('drops what was typed for another choice: words are never sent by mistake', () => {
    const { given } = read({
      choice: 'as_it_stands',
      ground: 'consent_obtained',
      wording: 'Half a thought',
      harm: 'x',
    });
    expect(given?.content).toEqual({ reason: 'We have weighed it.' });
    expect(read({ choice: 'refuse', ground: 'law_forbids', condition: 'y' }).given).not.toHaveProperty('condition');
  });

  test('needs a ground of its own kind, words where words go, and a reason', () => {
    expect(wrong({})).toEqual(['choice']);
    expect(wrong({ choice: 'refuse', ground: 'consent_obtained' })).toEqual(['ground']);
    expect(wrong({ choice: 'as_it_stands', ground: 'holder_agrees' })).toEqual(['ground']);
    expect(wrong({ choice: 'as_it_stands', ground: 'law_forbids' })).toEqual(['ground']);
    expect(wrong({ choice: 'wording', ground: 'consent_obtained' })).toEqual(['wording']);
    expect(wrong({ choice: 'refuse', ground: 'law_forbids', reason: ' ' })).toEqual(['reason']);
    expect(wrong({ choice: 'wording', ground: 'consent_obtained', wording: 'x'.repeat(8_001) })).toEqual(['wording']);
    expect(wrong({ choice: 'clear' })).toEqual(['choice']);
  });

  test('records harm to this child with its review day, and never as a mere ground', () => {
    const day = { 'reviewBy-day': '10', 'reviewBy-month': '12', 'reviewBy-year': '2026' };
    expect(read({ choice: 'harm', harm: 'He would run.', ...day }).given).toMatchObject({
      ...{ answer: 'refuse', ground: 'harm_to_child' },
      facts: { says: 'detriment', to, personId: id(5), reviewBy: '2026-12-10' },
      content: { harm: 'He would run.' },
    });
    expect(wrong({ choice: 'harm' })).toEqual(['harm', 'reviewBy-day']);
    expect(wrong({ choice: 'refuse', ground: 'harm_to_child' })).toEqual(['ground']);
    for (const late of [{ 'reviewBy-day': '22', 'reviewBy-month': '11' }, { 'reviewBy-day': '25' }])
      expect(wrong({ choice: 'harm', harm: 'He would run.', ...day, ...late })).toEqual(['reviewBy-day']);
  });

  test('offers no condition where nobody waits for the answer, and drops none that was typed', () => {
    const [waitsForNobody] = releaseMatters([], [task()]);
    expect(view({ matter: waitsForNobody }).condition).toBeUndefined();
    const form = { personId: id(5), mayCall: false, now };
    const typed = { choice: 'wording', wording: 'A worry.', ground: 'necessary_and_proportionate', reason: 'Weighed.' };
    const readTask = (more: object = {}) =>
      waitsForNobody && readRelease({ ...typed, ...more }, { ...form, matter: waitsForNobody });
    expect(readTask()?.given?.facts).toMatchObject({ says: 'released_wording' });
    expect(readTask({ condition: 'Not to be put to her.' })).toMatchObject({ errors: [{ field: 'choice' }] });
    expect(readTask({ condition: 'Not to be put to her.' })).not.toHaveProperty('given');
  });

  test('attaches a condition to a release', () => {
    const { given } = read({ choice: 'as_it_stands', ground: 'consent_obtained', condition: 'Not to be put to her.' });
    expect(given).toMatchObject({ answer: 'release_with_conditions', condition: 'Not to be put to her.' });
  });

  test('clears or keeps "do not alert", ends or renews a detriment, each on its own page only', () => {
    expect(read({ choice: 'clear' }, { kind: 'letter' }).given).toMatchObject({
      answer: 'release',
      facts: { says: 'telling_cleared' },
    });
    expect(read({ choice: 'hold' }, { kind: 'letter' }).given).toMatchObject({
      answer: 'refuse',
      facts: { says: 'telling_held' },
    });
    expect(read({ choice: 'end' }, { kind: 'detriment' }).given).toMatchObject({
      facts: { says: 'detriment_ended', to },
    });
    expect(wrong({ choice: 'refuse', ground: 'law_forbids' }, { kind: 'letter' })).toEqual(['choice']);
  });

  test('says that somebody has called in answer to the question about the condition, whichever of an item comes first', () => {
    const call = review({ reviewId: id(8), isOfCondition: true });
    for (const all of [
      [review(), call],
      [call, review()],
    ])
      expect(releaseMatters(all, [])).toMatchObject([{ call: { reviewId: id(8) } }]);
    expect(releaseMatters([review()], [])[0]).not.toHaveProperty('call');
  });

  test('says that somebody has called only where a call was asked for', () => {
    const call = review({ reviewId: id(8), isOfCondition: true });
    expect(wrong({ choice: 'called' })).toEqual(['choice']);
    expect(wrong({ choice: 'called' }, {}, true)).toEqual(['choice']);
    expect(read({ choice: 'called' }, { call }, true).given).toMatchObject({
      ...{ answer: 'release', facts: { says: 'condition_met', viewerId: id(6) } },
    });
  });
});
