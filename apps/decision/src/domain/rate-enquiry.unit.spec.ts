import type { RateEnquiry } from '@mash/contracts';
import { loadPack } from '@mash/threshold-packs';
import { anEnquiry } from '../../testing/an-enquiry';
import { rateEnquiry } from './rate-enquiry';
import { ratingProposal } from './rating-proposal';

const pack = loadPack('thurrock', '2026.1');
const noWorry = {
  immediateDanger: 'no',
  injuryOrDisclosure: 'no',
  suspectedHarm: 'no',
  domesticAbuse: 'none',
  missing: 'none',
};
const command = (changes: Partial<RateEnquiry> = {}): RateEnquiry => ({
  expectedVersion: 0,
  colour: 'green',
  facts: noWorry,
  threshold: { level: 'early_help', grounds: ['needs_unmet'] },
  strategy: 'not_indicated',
  sealed: { kid: 'a', envelope: 'sealed' },
  ...changes,
});
const red = (changes: Partial<RateEnquiry> = {}) =>
  command({ colour: 'red', departureReason: 'seriousness', strategy: 'held', ...changes });

describe('A rating', () => {
  test('keeps the proposal and its row beside the colour of the person', () => {
    expect(rateEnquiry(pack, anEnquiry(), command())).toMatchObject({
      version: 1,
      colour: 'green',
      proposedColour: 'green',
      departed: false,
    });
  });

  test('may depart from the proposal, with a reason', () => {
    expect(() => rateEnquiry(pack, anEnquiry(), command({ colour: 'amber' }))).toThrow(
      'DECISION.DEPARTURE_REASON_NEEDED',
    );
    const departed = rateEnquiry(pack, anEnquiry(), command({ colour: 'amber', departureReason: 'pattern' }));
    expect(departed).toMatchObject({ colour: 'amber', proposedColour: 'green', departed: true });
  });

  test('stands without a proposal where the table cannot make one', () => {
    const rated = rateEnquiry(pack, anEnquiry(), command({ facts: {} }));
    expect(rated).toEqual({ version: 1, colour: 'green', departed: false, thresholdVersion: 1 });
  });

  test('leaves the threshold to the person: the same colour goes with any', () => {
    for (const level of ['none', 'early_help', 's17', 's47'] as const) {
      const rated = rateEnquiry(
        pack,
        anEnquiry({ thresholdVersion: 2 }),
        command({ threshold: { level, grounds: [] } }),
      );
      expect(rated).toMatchObject({ colour: 'green', thresholdVersion: 3 });
    }
  });

  test('with a blank roster is Red or nothing', () => {
    const blank = anEnquiry({ people: [] });
    expect(() => rateEnquiry(pack, blank, command())).toThrow('DECISION.ROSTER_BLANK');
    expect(rateEnquiry(pack, blank, red())).toMatchObject({ colour: 'red' });
  });

  test('counts a roster of adults as blank', () => {
    const adults = anEnquiry({ people: [{ personId: 'p', kind: 'adult', ageBand: 'adult', relation: 'household' }] });
    expect(() => rateEnquiry(pack, adults, command())).toThrow('DECISION.ROSTER_BLANK');
  });

  test('Red says whether a strategy discussion was held', () => {
    expect(() => rateEnquiry(pack, anEnquiry(), red({ strategy: 'not_indicated' }))).toThrow(
      'DECISION.STRATEGY_NOT_SAID',
    );
    expect(rateEnquiry(pack, anEnquiry(), red({ strategy: 'considered_not_held' })).colour).toBe('red');
  });

  test('is refused to whoever did not see the last one', () => {
    expect(() => rateEnquiry(pack, anEnquiry({ ratingVersion: 1 }), command())).toThrow('DECISION.RATED_MEANWHILE');
  });

  test('uses no colour that the partnership does not use', () => {
    expect(() => rateEnquiry(pack, anEnquiry(), command({ colour: 'blue' }))).toThrow('DECISION.COLOUR_NOT_IN_PACK');
  });
});

describe('The proposal', () => {
  test('starts from what is known, and says what it still needs', () => {
    const { inputs, cannotPropose, rows, colours } = ratingProposal(pack, anEnquiry({ repeatContacts: 2 }), {});
    const known = Object.fromEntries(
      inputs.flatMap(({ id, known: value }) => (value === undefined ? [] : [[id, value]])),
    );
    expect(known).toEqual({
      openCase: 'no',
      roster: 'listed',
      presentingIssues: 1,
      repeatContacts: 2,
      youngestChild: '5-10',
    });
    expect(cannotPropose).toContain('the domestic abuse grade');
    expect(rows[0]).toMatchObject({ id: 'R1', colour: 'red', when: 'Immediate danger: Yes' });
    expect(colours.map(({ colour }) => colour)).toEqual(['red', 'amber', 'green']);
  });

  test('does not take it from anybody that a blank roster is filled in', () => {
    const blank = anEnquiry({ people: [] });
    expect(ratingProposal(pack, blank, { ...noWorry, roster: 'listed' }).cannotPropose).toContain(
      'who lives in the household',
    );
  });

  test('does not take it from anybody that an open case is not open', () => {
    const open = anEnquiry({ openCase: true });
    expect(ratingProposal(pack, open, { ...noWorry, openCase: 'no' }).proposed).toMatchObject({ row: 'O1' });
  });

  test('asks the age of no child who is only mentioned, and takes a roster of such children for blank', () => {
    const mentioned = { personId: 'p', kind: 'child', ageBand: '0-4', relation: 'third' } as const;
    const inputs = (people: ReturnType<typeof anEnquiry>['people']) =>
      ratingProposal(pack, anEnquiry({ people }), {}).inputs;
    const known = (of: string, all: ReturnType<typeof inputs>) => all.find(({ id }) => id === of)?.known;
    expect(known('youngestChild', inputs([...anEnquiry().people, mentioned]))).toBe('5-10');
    expect(known('roster', inputs([mentioned]))).toBeUndefined();
  });

  test('knows no youngest child while one age is not known', () => {
    const people = [
      ...anEnquiry().people,
      { personId: 'p', kind: 'child', ageBand: 'not_known', relation: 'household' } as const,
    ];
    expect(
      ratingProposal(pack, anEnquiry({ people }), {}).inputs.find(({ id }) => id === 'youngestChild')?.known,
    ).toBeUndefined();
  });
});
