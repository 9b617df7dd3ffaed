import type { HolderStatementContent, HolderStatementFacts } from '@mash/sealing';
import type { HolderStatement } from './holder-statement';
import { isAlertHeld, isUnsafeToTell, whatStands } from './what-stands';

const to = { audience: 'team_sc', agencyId: 'social-care' };
const elsewhere = { audience: 'team_eh', agencyId: 'early-help' };
const which = { itemId: 'item', agencyId: 'police', personId: 'child', audience: 'team_sc', toAgencyId: 'social-care' };
const now = new Date('2026-11-10T12:00:00Z');

/** Statements of the police about one item, an hour apart, from 1 November on. */
const said = (
  ...each: [HolderStatementFacts, Partial<HolderStatementContent>?, Partial<HolderStatement>?][]
): HolderStatement[] =>
  each.map(([facts, content, changes], hours) => ({
    ...{
      statementId: `s-${String(hours)}`,
      itemId: 'item',
      agencyId: 'police',
      statedBy: 'an officer',
      reviewId: null,
    },
    ...{ statedAt: new Date(Date.UTC(2026, 10, 1, hours)), isAuthorised: true, facts },
    content: { reason: 'So.', ...content },
    ...changes,
  }));
const stands = (statements: HolderStatement[], changes: object = {}) =>
  whatStands(statements, { ...which, now, ...changes });

const wording: [HolderStatementFacts, Partial<HolderStatementContent>] = [
  { says: 'released_wording', to, hidesSource: true },
  { wording: 'Visit in pairs.' },
];
const refused: [HolderStatementFacts] = [{ says: 'refused', to }];

describe('What a holder has stated', () => {
  test('is nothing until somebody says something', () => {
    expect(stands([])).toMatchObject({ release: 'none', detriment: 'none', telling: 'as_marked' });
  });

  test('is the newest of its kind, whatever order the rows come in', () => {
    expect(stands(said(wording, refused))).toMatchObject({ release: 'refused' });
    expect(stands([...said(refused, wording)].reverse())).toMatchObject({
      ...{ release: 'released', wording: { text: 'Visit in pairs.' }, hidesSource: true },
    });
    expect(stands(said(wording, [{ says: 'released_as_it_stands', to }])).wording).toBe('as_it_stands');
  });

  test('counts for the recipient that it names, for its own item and of its own agency', () => {
    for (const changes of [
      { audience: elsewhere.audience, toAgencyId: elsewhere.agencyId },
      { toAgencyId: 'another-team' },
      { itemId: 'another' },
      { agencyId: 'health' },
    ])
      expect(stands(said(wording), changes).release).toBe('none');
  });

  test('counts for every part of an agency outside the hub, where that is what was said', () => {
    const any: [HolderStatementFacts] = [{ says: 'refused', to: { ...to, audience: 'any' } }];
    expect(stands(said(any)).release).toBe('refused');
    expect(stands(said(any), { audience: 'rep_joint' }).release).toBe('refused');
    expect(stands(said(any), { audience: 'hub_analyst' }).release).toBe('none');
    expect(stands(said(any), { toAgencyId: 'another-team' }).release).toBe('none');
    expect(stands(said(any, wording))).toMatchObject({ release: 'released' });
  });

  test('is nothing again once it is taken back, and what others answered until then counts no more', () => {
    const back: [HolderStatementFacts] = [{ says: 'taken_back', to }];
    expect(stands(said(wording, back))).toMatchObject({
      ...{ release: 'none', wording: 'as_it_stands', hidesSource: false, reopenedAt: new Date('2026-11-01T01:00:00Z') },
    });
    expect(stands(said(refused, back, wording)).release).toBe('released');
  });

  test('reopens what rested on an earlier wording, and nothing where there was none', () => {
    expect(stands(said(wording)).reopenedAt).toBeUndefined();
    expect(stands(said(refused, wording)).reopenedAt).toBeUndefined();
    expect(stands(said(wording, wording)).reopenedAt).toEqual(new Date('2026-11-01T01:00:00Z'));
    const forAll: typeof wording = [{ says: 'sanitised' }, { wording: 'A weapon.' }];
    expect(stands(said(forAll, wording)).reopenedAt).toEqual(new Date('2026-11-01T01:00:00Z'));
    expect(stands(said(forAll, forAll)).reopenedAt).toBeUndefined();
  });

  test('clears "do not alert" until the holder renews it', () => {
    expect(stands(said([{ says: 'telling_cleared' }])).telling).toBe('cleared');
    expect(stands(said([{ says: 'telling_cleared' }], [{ says: 'telling_held' }])).telling).toBe('held');
  });

  test('holds every telling once "do not alert" is set, marked at first or not, until it is cleared', () => {
    const held = (statements: HolderStatement[], flags: string[] = []) =>
      isAlertHeld(statements, { itemId: 'item', agencyId: 'police', flags });
    expect([held([]), held([], ['do_not_alert'])]).toEqual([false, true]);
    expect(held(said([{ says: 'telling_held' }]))).toBe(true);
    expect(held(said([{ says: 'telling_held' }], [{ says: 'telling_cleared' }]), ['do_not_alert'])).toBe(false);
    expect(held(said([{ says: 'telling_held' }, {}, { agencyId: 'health' }]))).toBe(false);
  });

  test('holds telling the parent as unsafe until that is cleared, whatever is said of "do not alert"', () => {
    const held = (statements: HolderStatement[], flags: string[] = ['unsafe_tell']) =>
      isUnsafeToTell(statements, { itemId: 'item', agencyId: 'police', flags });
    expect([held([]), held([], [])]).toEqual([true, false]);
    expect(held(said([{ says: 'unsafe_cleared' }]))).toBe(false);
    expect(held(said([{ says: 'unsafe_cleared' }, {}, { agencyId: 'health' }]))).toBe(true);
    expect(held(said([{ says: 'unsafe_cleared' }], [{ says: 'unsafe_set' }]))).toBe(true);
    expect(held(said([{ says: 'unsafe_set' }]), [])).toBe(true);
    expect(held(said([{ says: 'telling_cleared' }]))).toBe(true);
    expect(
      isAlertHeld(said([{ says: 'unsafe_cleared' }]), { itemId: 'item', agencyId: 'police', flags: ['do_not_alert'] }),
    ).toBe(true);
  });

  test('meets a condition for one viewer, and that answer is nobody else’s', () => {
    const met = said([{ says: 'condition_met', viewerId: 'an-analyst' }, {}, { reviewId: 'r-1' }]);
    expect(stands(met, { viewerId: 'an-analyst' })).toMatchObject({ isConditionMet: true });
    expect(stands(met, { viewerId: 'another' }).isConditionMet).toBe(false);
    expect(stands(met).isConditionMet).toBe(false);
    expect([...stands(met).forOneViewer]).toEqual(['r-1']);
  });

  test('gives words for everybody from which no source can be told, and says what has become of no use', () => {
    expect(stands(said([{ says: 'sanitised' }, { wording: 'A weapon.' }]))).toMatchObject({
      ...{ sanitisedText: 'A weapon.', hidesSource: true, release: 'none' },
    });
    expect(stands(said([{ says: 'relevance', relevance: 'irrelevant' }])).relevance).toBe('irrelevant');
  });

  test('is read in the words that came last, for everybody or for this recipient, and those alone say whether a source can be told', () => {
    const asAsked: typeof wording = [
      { says: 'released_wording', to, hidesSource: false },
      { wording: 'A sister said.' },
    ];
    const forAll: typeof wording = [{ says: 'sanitised' }, { wording: 'A weapon.' }];
    expect(stands(said(asAsked, forAll))).toMatchObject({
      ...{ release: 'released', wording: 'as_it_stands', sanitisedText: 'A weapon.', hidesSource: true },
    });
    expect(stands(said(forAll, asAsked))).toMatchObject({ wording: { text: 'A sister said.' }, hidesSource: false });
    expect(stands(said(forAll, wording))).toMatchObject({ wording: { text: 'Visit in pairs.' }, hidesSource: true });
    const asWritten: typeof refused = [{ says: 'released_as_it_stands', to }];
    expect(stands(said(forAll, asWritten))).toMatchObject({ wording: 'as_it_stands', hidesSource: true });
    expect(stands(said(forAll, asAsked, [{ says: 'taken_back', to }]))).toMatchObject({ hidesSource: true });
  });

  test('that cannot be read holds every telling, as what may have said so, until its holder clears it afterwards', () => {
    const item = { itemId: 'item', agencyId: 'police', flags: [] };
    const altered = said([{ says: 'telling_held' }]).map((one) => ({ ...one, facts: { says: 'unreadable' as const } }));
    expect([isAlertHeld(altered, item), isUnsafeToTell(altered, item)]).toEqual([true, true]);
    expect(stands(altered)).toMatchObject({ telling: 'held', unsafe: 'held' });
    const [, cleared, safe] = said(
      [{ says: 'unsafe_set' }],
      [{ says: 'telling_cleared' }],
      [{ says: 'unsafe_cleared' }],
    );
    const afterwards = [...altered, ...[cleared, safe].flatMap((one) => one ?? [])];
    expect([isAlertHeld(afterwards, item), isUnsafeToTell(afterwards, item)]).toEqual([false, false]);
    expect(isAlertHeld(altered, { ...item, itemId: 'another' })).toBe(false);
  });

  test('is unknown where one statement cannot be read: whoever altered it must not take a refusal away', () => {
    const altered = said(refused).map((one) => ({ ...one, facts: { says: 'unreadable' as const } }));
    expect(stands(altered)).toMatchObject({ release: 'unknown', detriment: 'unknown' });
  });

  describe('and cannot be read in one place', () => {
    type Said = Parameters<typeof said>;
    const unreadable: Said[number] = [{ says: 'unreadable' } as never];
    const harm: Said[number] = [
      { says: 'detriment', to, personId: 'child', reviewBy: '2026-11-20' },
      { harm: 'He would run.' },
    ];

    test('counts again where the holder has said it since, for the recipient of whom that was said', () => {
      expect(stands(said(refused, unreadable, refused)).release).toBe('refused');
      expect(stands(said(refused, unreadable, wording))).toMatchObject({
        ...{ release: 'released', wording: { text: 'Visit in pairs.' }, hidesSource: true },
        reopenedAt: new Date('2026-11-01T02:00:00Z'),
      });
      expect(stands(said(unreadable, [{ says: 'taken_back', to }])).release).toBe('none');
      expect(stands(said(unreadable, [{ says: 'refused', to: elsewhere }])).release).toBe('unknown');
      expect(stands(said(unreadable, harm)).detriment).toBe('recorded');
      expect(stands(said(harm, unreadable, [{ says: 'detriment_ended', to }])).detriment).toBe('none');
      expect(stands(said(harm, unreadable)).detriment).toBe('unknown');
    });

    test('leaves the words that were given before as the only ones that may be read, and what was of no use so', () => {
      expect(stands(said(wording, unreadable))).toMatchObject({
        ...{ release: 'unknown', wording: { text: 'Visit in pairs.' }, hidesSource: true },
      });
      const forAll: Said[number] = [{ says: 'sanitised' }, { wording: 'A weapon.' }];
      expect(stands(said(forAll, unreadable))).toMatchObject({ release: 'unknown', sanitisedText: 'A weapon.' });
      expect(stands(said([{ says: 'relevance', relevance: 'irrelevant' }], unreadable)).relevance).toBe('irrelevant');
    });

    test('opens to nobody what may have been answered for one viewer alone', () => {
      const [one] = said([{ says: 'unreadable' } as never, {}, { reviewId: 'r-1' }]);
      expect([...stands(one === undefined ? [] : [one]).forOneViewer]).toEqual(['r-1']);
    });
  });
});

describe('A detriment', () => {
  const detriment = (facts: object = {}, content: object = { harm: 'He would run.' }, changes: object = {}) =>
    stands(said([{ says: 'detriment', to, personId: 'child', reviewBy: '2026-11-20', ...facts }, content, changes]))
      .detriment;

  test('is recorded by an authorised person, for this child, with its harm and a review date within thirty days', () => {
    expect(detriment()).toBe('recorded');
    expect(detriment({ reviewBy: '2026-12-01' })).toBe('recorded');
  });

  test('is claimed where any of that is missing', () => {
    expect(detriment({}, {}, {})).toBe('claimed');
    expect(detriment({}, { harm: 'He would run.' }, { isAuthorised: false })).toBe('claimed');
    expect(detriment({ personId: 'a sibling' })).toBe('claimed');
    expect(detriment({ reviewBy: undefined })).toBe('claimed');
    expect(detriment({ reviewBy: '2026-12-02' })).toBe('claimed');
  });

  test('lasts to the end of its review day in London, and is claimed from then on', () => {
    const statements = said([
      { says: 'detriment', to, personId: 'child', reviewBy: '2026-11-20' },
      { harm: 'He would run.' },
    ]);
    const at = (instant: string) => stands(statements, { now: new Date(instant) }).detriment;
    expect(at('2026-11-20T23:59:59.999Z')).toBe('recorded');
    expect(at('2026-11-21T00:00:00Z')).toBe('claimed');
  });

  test('is for one recipient, and ends when the holder says so', () => {
    const recorded: [HolderStatementFacts, Partial<HolderStatementContent>] = [
      { says: 'detriment', to, personId: 'child', reviewBy: '2026-11-20' },
      { harm: 'He would run.' },
    ];
    expect(stands(said(recorded), { audience: 'team_eh', toAgencyId: 'early-help' }).detriment).toBe('none');
    expect(stands(said(recorded, [{ says: 'detriment_ended', to: elsewhere }])).detriment).toBe('recorded');
    expect(stands(said(recorded, [{ says: 'detriment_ended', to }])).detriment).toBe('none');
  });
});
