import { consentOfSubject, type KeptStatement } from './consent-of-subject';

const CHILD = 'the-child';
const stated = (change: Partial<KeptStatement>): KeptStatement => ({
  personId: CHILD,
  kind: 'sharing',
  state: 'given',
  ground: null,
  givenBy: 'parent_with_pr',
  givenById: 'mother',
  bodies: [],
  purposes: [],
  ...change,
});
const read = (statements: KeptStatement[], toAgencyId = 'health') =>
  consentOfSubject(statements, {
    personId: CHILD,
    kind: 'sharing',
    who: { subjectKind: 'u13', competence: 'no' },
    toAgencyId,
  });

describe('Consent to share the record of a young child', () => {
  test('is given when a parent with responsibility gives it', () => {
    expect(read([stated({})])).toMatchObject({ consent: 'given', dispute: 'none', pr: 'proven' });
  });

  test('is in dispute when one parent gives it and the other refuses', () => {
    expect(read([stated({}), stated({ state: 'refused', givenById: 'father' })])).toMatchObject({
      consent: 'given',
      dispute: 'open',
    });
  });

  test('follows the newest word of the same parent', () => {
    expect(read([stated({ state: 'withdrawn' }), stated({})])).toMatchObject({ consent: 'withdrawn' });
  });

  describe('of parents whom nobody named', () => {
    const unnamed = (state: KeptStatement['state'], its: Partial<KeptStatement> = {}) =>
      stated({ state, givenById: null, ...its });

    test('is in dispute once a yes follows a no: nobody can tell that they are one', () => {
      const disputed = { consent: 'given', dispute: 'open' };
      expect(read([unnamed('given'), unnamed('refused')])).toMatchObject(disputed);
      expect(read([unnamed('given'), unnamed('withdrawn'), unnamed('given')])).toMatchObject(disputed);
      expect(read([unnamed('given'), unnamed('given'), unnamed('refused')])).toMatchObject(disputed);
    });

    test('is the no once a no follows a yes', () => {
      expect(read([unnamed('refused'), unnamed('given')])).toMatchObject({ consent: 'refused', dispute: 'none' });
      expect(read([unnamed('refused'), unnamed('given'), unnamed('withdrawn')])).toMatchObject({ consent: 'refused' });
    });

    test('stays refused for whoever the later yes does not name', () => {
      const toSchool = [unnamed('given', { bodies: ['school'] }), unnamed('refused')];
      expect(read(toSchool)).toMatchObject({ consent: 'refused', dispute: 'none' });
      expect(read(toSchool, 'school')).toMatchObject({ consent: 'given', dispute: 'open' });
    });
  });

  test('opens nothing for a body that the yes does not name', () => {
    expect(read([stated({ bodies: ['school'] })])).toMatchObject({ consent: 'not_sought' });
    expect(read([stated({ bodies: ['school'] })], 'school')).toMatchObject({ consent: 'given' });
  });

  test('stays refused for whoever a later yes of the same parent does not name', () => {
    const refused = [stated({ bodies: ['school'] }), stated({ state: 'refused' })];
    expect(read(refused)).toMatchObject({ consent: 'refused' });
    expect(read(refused, 'school')).toMatchObject({ consent: 'given', dispute: 'none' });
    expect(read([...refused, stated({})])).toMatchObject({ consent: 'refused' });
    expect(read([stated({ bodies: ['nursery'] }), ...refused], 'school')).toMatchObject({ consent: 'refused' });
  });

  test('that was given to all, and then to one, is given to that one alone', () => {
    const narrowed = [stated({ bodies: ['school'] }), stated({})];
    expect(read(narrowed)).toMatchObject({ consent: 'not_sought' });
    expect(read(narrowed, 'school')).toMatchObject({ consent: 'given' });
    expect(read([...narrowed, stated({ state: 'refused' })])).toMatchObject({ consent: 'refused' });
  });

  test('of a parent whom nobody named is doubted once one who is named turned out to have no responsibility: it may have been they', () => {
    const who = { subjectKind: 'u13', competence: 'no' } as const;
    const read = (said: Partial<KeptStatement>, onRecord: object) =>
      consentOfSubject([stated({ givenById: null, ...said })], { personId: CHILD, kind: 'sharing', who, ...onRecord });
    const doubted = { someParentDisproved: true, disprovedParents: ['father'] };
    expect(read({}, {})).toMatchObject({ consent: 'given', pr: 'proven' });
    expect(read({}, doubted)).toMatchObject({ consent: 'given', pr: 'unproven' });
    expect(read({ givenById: 'mother' }, doubted)).toMatchObject({ consent: 'given', pr: 'proven' });
    expect(read({ state: 'refused' }, doubted)).toMatchObject({ consent: 'refused', pr: 'proven' });
    expect(read({}, { ...doubted, parentalResponsibilityProven: true })).toMatchObject({ pr: 'proven' });
  });

  test('of a parent of whom, or of another, it was said that their responsibility is not proven, is doubted, and their no is heard', () => {
    const who = { subjectKind: 'u13', competence: 'no' } as const;
    const doubted = { doubtedParents: ['mother'], provenParents: ['mother'], someParentDisproved: true };
    const read = (...said: Partial<KeptStatement>[]) =>
      consentOfSubject(said.map(stated), { personId: CHILD, kind: 'sharing', who, ...doubted });
    expect(read({})).toMatchObject({ consent: 'given', pr: 'unproven' });
    expect(read({ state: 'refused' })).toMatchObject({ consent: 'refused', pr: 'proven' });
    expect(read({ state: 'refused' }, { givenById: 'father' })).toMatchObject({ consent: 'given', dispute: 'open' });
    expect(read({ givenById: 'father' })).toMatchObject({ consent: 'given', pr: 'proven' });
  });

  test('keeps the ground for which nobody asked', () => {
    const notAsked = stated({ state: 'not_sought', ground: 'NS_HARM', givenBy: 'not_applicable', givenById: null });
    expect(read([notAsked])).toMatchObject({ consent: 'not_sought', ground: 'NS_HARM', known: true });
  });

  test('stays unknown where the referrer only says that they do not know', () => {
    expect(read([stated({ state: 'unknown', givenBy: 'not_applicable', givenById: null })])).toMatchObject({
      known: false,
    });
  });

  test('of one kind says nothing about another, and of one person nothing about another', () => {
    expect(read([stated({ kind: 'service' }), stated({ personId: 'sister' })])).toMatchObject({
      consent: 'not_sought',
      known: false,
    });
  });
});
