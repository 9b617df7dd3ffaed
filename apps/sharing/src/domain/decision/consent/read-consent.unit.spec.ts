import type { ConsentStatement } from './read-consent';
import { readConsent } from './read-consent';

const said = (
  speaker: ConsentStatement['speaker'],
  state: ConsentStatement['state'],
  rest: Partial<ConsentStatement> = {},
): ConsentStatement => ({ speaker, state, parentalResponsibility: 'proven', coversQuestion: true, ...rest });

const unproven = { parentalResponsibility: 'unproven' } as const;
const aChild = { subjectKind: 'u13', competence: 'not_assessed' } as const;
const aSixteenYearOld = { subjectKind: '16_17', competence: 'not_assessed' } as const;

describe('Whose word counts', () => {
  test("a child's record is opened by a holder of parental responsibility", () => {
    expect(readConsent(aChild, [said('parent', 'given')])).toMatchObject({
      consent: 'given',
      dispute: 'none',
      pr: 'proven',
    });
  });

  test('one parent gives and the other refuses: given, with the dispute open', () => {
    expect(readConsent(aChild, [said('parent', 'given'), said('parent', 'refused')])).toMatchObject({
      consent: 'given',
      dispute: 'open',
    });
  });

  test('a step-parent opens nothing', () => {
    expect(readConsent(aChild, [said('other', 'given')])).toMatchObject({ consent: 'not_sought' });
  });

  test('the yes of an unproven parent is read as unproven', () => {
    expect(readConsent(aChild, [said('parent', 'given', unproven)])).toMatchObject({
      consent: 'given',
      pr: 'unproven',
    });
  });

  test('and does not outweigh the refusal of a proven one', () => {
    expect(readConsent(aChild, [said('parent', 'given', unproven), said('parent', 'refused')])).toMatchObject({
      consent: 'refused',
      pr: 'proven',
    });
  });

  test("a child's own yes does not open their record", () => {
    expect(readConsent(aChild, [said('subject', 'given')])).toMatchObject({ consent: 'not_sought' });
  });

  test('a 16 year old speaks for themselves, and the refusal of a parent is kept', () => {
    expect(readConsent(aSixteenYearOld, [said('subject', 'given'), said('parent', 'refused')])).toEqual({
      consent: 'given',
      parentRefuses: 'yes',
      dispute: 'none',
      pr: 'proven',
    });
  });

  test('a 16 year old found not competent does not', () => {
    const who = { subjectKind: '16_17', competence: 'no' } as const;

    expect(readConsent(who, [said('subject', 'refused'), said('parent', 'given')])).toMatchObject({ consent: 'given' });
  });

  test('a 14 year old does once a professional has found them competent', () => {
    const statements = [said('subject', 'refused'), said('parent', 'given')];

    expect(readConsent({ subjectKind: '13_15', competence: 'yes' }, statements)).toMatchObject({ consent: 'refused' });
    expect(readConsent({ subjectKind: '13_15', competence: 'not_assessed' }, statements)).toMatchObject({
      consent: 'given',
    });
  });

  test("one adult's yes opens nobody else's record", () => {
    const adult = { subjectKind: 'adult', competence: 'not_assessed' } as const;

    expect(readConsent(adult, [said('other', 'given'), said('parent', 'given')])).toMatchObject({
      consent: 'not_sought',
    });
  });

  test('a yes reaches only the bodies and purposes it names, a refusal reaches all', () => {
    const elsewhere = { coversQuestion: false };

    expect(readConsent(aChild, [said('parent', 'given', elsewhere)])).toMatchObject({ consent: 'not_sought' });
    expect(readConsent(aChild, [said('parent', 'refused', elsewhere)])).toMatchObject({ consent: 'refused' });
  });
});
