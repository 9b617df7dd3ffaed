import { PersonRelation, type IntakeFacts, type Purpose } from '@mash/contracts';
import type { KnownFacts } from './compose-question';
import { needOfLine } from './need-of-line';
import { unknownIntake } from './unknown-facts';

const PERSON = '01980000-0000-7000-8000-0000000000a1';
type Person = IntakeFacts['people'][number];

const someone = (change: Partial<Person>): KnownFacts['intake'] => ({
  ...unknownIntake(PERSON, new Date('2026-11-23T10:00:00Z')),
  isUnknown: undefined,
  issues: ['neglect', 'domestic-abuse'],
  people: [
    {
      ...{ personId: PERSON, kind: 'adult', relation: 'household', identity: 'confirmed', competence: 'yes' },
      ...{ parentalResponsibilityProven: false, objects: false, dispute: 'none', protected: [], ...change },
    },
  ],
});
const said = (its: { need?: 'yes' | 'no' | 'unclear'; worry?: string; purpose?: Purpose } = {}) => ({
  ...{ personId: PERSON, purpose: 'S17' as const },
  ...its,
});
const farAway = someone({ relation: 'pr_uninvolved' });
const mentioned = someone({ relation: 'third' });

describe('Whether a line is needed', () => {
  test.each(['concern', 'household', 'ap', 'involved'] as const)(
    'about somebody whom the worry is about (%s) is what the sender said: no worry has to be named',
    (relation) => {
      const intake = someone({ relation });
      expect(needOfLine(intake, said({ need: 'yes' }))).toBe('yes');
      expect(needOfLine(intake, said({ need: 'no' }))).toBe('no');
      expect(needOfLine(intake, said())).toBe('unclear');
    },
  );

  test('about a parent whom nobody worries about is no, unless the sender names a worry that the concern names', () => {
    expect(needOfLine(farAway, said())).toBe('no');
    expect(needOfLine(farAway, said({ need: 'unclear' }))).toBe('no');
    expect(needOfLine(farAway, said({ need: 'yes', worry: 'neglect' }))).toBe('yes');
  });

  test('about somebody who is only mentioned, or not on the roster, is unclear until a worry is named', () => {
    expect(needOfLine(mentioned, said())).toBe('unclear');
    expect(needOfLine(mentioned, said({ need: 'yes', worry: 'neglect' }))).toBe('yes');
    expect(needOfLine({ ...mentioned, people: [] }, said({ need: 'yes' }))).toBe('unclear');
  });

  test('is unclear where a need is said without a worry, or for one that the concern does not name', () => {
    for (const intake of [farAway, mentioned]) {
      expect(needOfLine(intake, said({ need: 'yes' }))).toBe('unclear');
      expect(needOfLine(intake, said({ need: 'yes', worry: 'missing' }))).toBe('unclear');
      expect(needOfLine({ ...intake, issues: undefined }, said({ need: 'yes', worry: 'neglect' }))).toBe('unclear');
    }
  });

  test('is no where the sender found no worry, whoever it is about', () => {
    for (const relation of PersonRelation.options)
      expect(needOfLine(someone({ relation }), said({ need: 'no', worry: 'neglect' }))).toBe('no');
  });

  test('for an adult at risk is never needed of a child', () => {
    const forAdult = said({ need: 'yes', purpose: 'ADULT_RISK' });
    for (const kind of ['unborn', 'u13', '13_15', '16_17'] as const)
      expect(needOfLine(someone({ kind }), forAdult)).toBe('no');
    for (const kind of ['18_25', 'adult'] as const) expect(needOfLine(someone({ kind }), forAdult)).toBe('yes');
    expect(needOfLine(someone({ kind: 'unknown' }), forAdult)).toBe('unclear');
  });

  test('for domestic abuse or a missing child is unclear where the concern does not name it', () => {
    const intake = someone({});
    expect(needOfLine(intake, said({ need: 'yes', purpose: 'DA' }))).toBe('yes');
    expect(needOfLine(intake, said({ need: 'yes', purpose: 'MISSING' }))).toBe('unclear');
    expect(needOfLine(intake, said({ need: 'no', purpose: 'MISSING' }))).toBe('no');
  });

  test('is as the sender said before anybody was asked for a worry, whoever it is about and for whatever work', () => {
    const before = (need: 'yes' | 'no' | 'unclear') =>
      ({ ...said({ need, purpose: 'MISSING' }), unasked: true }) as const;
    for (const relation of PersonRelation.options) {
      const intake = someone({ relation });
      expect(needOfLine(intake, before('yes'))).toBe('yes');
      expect(needOfLine(intake, before('no'))).toBe('no');
      expect(needOfLine(intake, before('unclear'))).toBe(relation === 'pr_uninvolved' ? 'no' : 'unclear');
    }
  });

  test('is as the sender said while nobody can tell who is on the roster', () => {
    const unknown = unknownIntake(PERSON, new Date('2026-11-23T10:00:00Z'));
    expect(needOfLine(unknown, said({ need: 'yes' }))).toBe('yes');
    expect(needOfLine(unknown, said())).toBe('unclear');
  });
});
