import { Posted } from '../../../forms/posted';
import { adult, child, DAWN, draftOf, KIAN } from '../testing/draft-of';
import { concernStep } from './concern.step';
import type { ContactStep } from './contact-step';
import { dangerStep } from './danger.step';
import { householdStep } from './household.step';
import { keepFromFamilyStep } from './keep-from-family.step';
import { responsibilityStep } from './responsibility.step';
import { urgencyStep } from './urgency.step';
import { youStep } from './you.step';

const now = new Date('2026-11-23T09:00:00Z');
const family = draftOf({ people: [child(), adult({ relationship: 'mother' })] });
const read = (step: ContactStep, fields: Record<string, unknown>, draft = draftOf()) =>
  step.read(new Posted(fields), draft, now);
const fieldsWrong = (step: ContactStep, fields: Record<string, unknown>, draft = draftOf()) =>
  read(step, fields, draft).errors.map(({ field }) => field);

describe('Danger now', () => {
  test('makes the concern urgent', () => {
    expect(read(dangerStep, { danger: 'yes' }).draft).toMatchObject({ danger: 'yes', urgent: true });
  });

  test('may be not known, and must be answered', () => {
    expect(fieldsWrong(dangerStep, { danger: 'not_known' })).toEqual([]);
    expect(fieldsWrong(dangerStep, { danger: 'maybe' })).toEqual(['danger']);
  });
});

describe('You', () => {
  test('asks for a number only from those who want to be rung', () => {
    expect(fieldsWrong(youStep, { source: '2A', reply: 'email' })).toEqual([]);
    expect(fieldsWrong(youStep, { source: '2A', reply: 'telephone' })).toEqual(['telephone']);
  });

  test('takes no source that is on no list', () => {
    expect(fieldsWrong(youStep, { source: '99', reply: 'email' })).toEqual(['source']);
  });
});

describe('The concern', () => {
  test('keeps the words exactly, with what was seen apart from what was told', () => {
    const { draft, errors } = read(concernStep, {
      narrative: 'He said “no”.\r\n\r\nTwice.',
      seenMyself: 'A bruise',
      issues: ['neglect', 'nonsense'],
    });
    expect(errors).toEqual([]);
    expect(draft.concern).toMatchObject({
      narrative: 'He said “no”.\n\nTwice.',
      seenMyself: 'A bruise',
      issues: ['neglect'],
    });
  });

  test('asks for words, and for fewer where they would not fit an envelope, and loses none of them', () => {
    expect(fieldsWrong(concernStep, {})).toEqual(['narrative']);
    const { draft, errors } = read(concernStep, { narrative: 'x'.repeat(10_001) });
    expect(errors).toMatchObject([{ field: 'narrative' }]);
    expect(draft.concern.narrative).toHaveLength(10_001);
  });
});

describe('The household', () => {
  test('asks of everybody whether they live there', () => {
    expect(fieldsWrong(householdStep, { [`lives-${KIAN}`]: 'yes' }, family)).toEqual([`lives-${DAWN}`]);
    expect(fieldsWrong(householdStep, { [`lives-${KIAN}`]: 'yes', [`lives-${DAWN}`]: 'not_known' }, family)).toEqual(
      [],
    );
  });
});

describe('Parental responsibility', () => {
  test('is asked of each adult, with how it is known', () => {
    expect(fieldsWrong(responsibilityStep, { [`pr-${DAWN}`]: 'yes' }, family)).toEqual([`how-${DAWN}`]);
    const { draft, errors } = read(
      responsibilityStep,
      { [`pr-${DAWN}`]: 'yes', [`how-${DAWN}`]: 'order seen' },
      family,
    );
    expect(errors).toEqual([]);
    expect(draft.people[1]).toMatchObject({
      parentalResponsibility: 'yes',
      parentalResponsibilityKnownHow: 'order seen',
    });
    expect(draft.people[0]?.parentalResponsibility).toBeUndefined();
  });
});

describe('Urgency', () => {
  test('must be chosen', () => {
    expect(read(urgencyStep, { urgent: 'yes' }).draft.urgent).toBe(true);
    expect(fieldsWrong(urgencyStep, {})).toEqual(['urgent']);
  });
});

describe('What to keep from the family', () => {
  test('is said with its reason', () => {
    expect(fieldsWrong(keepFromFamilyStep, { keep: 'yes' })).toEqual(['what', 'why']);
    expect(fieldsWrong(keepFromFamilyStep, { keep: 'no' })).toEqual([]);
  });
});
