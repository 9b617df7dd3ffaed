import type { RestsOn } from '../decision';
import { FATHER, id, MOTHER, STEP_FATHER, Story, type Said } from './consent-story.scenarios';

const mother = { givenBy: 'parent_with_pr', givenById: MOTHER } as const;
const father = { givenBy: 'parent_with_pr', givenById: FATHER } as const;
const aParent = { givenBy: 'parent_with_pr', givenById: null } as const;
const stepFather = { givenBy: 'other', givenById: STEP_FATHER } as const;
const themselves = { givenBy: 'self' } as const;
const SPECIAL = { category: 'education-send' } as const;
const rested = (restsOn: RestsOn) => ({ restsOn });
const a = () => new Story();

describe('Consent, from what people said to what the rules make of it', () => {
  describe('given, refused, withdrawn', () => {
    test('a mother who agrees lets the school be asked', () => {
      expect(a().said(mother, 'given').asking()).toMatchObject({
        outcome: 'PERMIT',
        reasons: expect.arrayContaining(['CONSENT_GIVEN']),
      });
    });
    test('a mother who refuses leaves it to a manager', () => {
      expect(a().said(mother, 'refused').asking()).toMatchObject({ outcome: 'REVIEW', rule: 'R-CONS-02' });
    });
    test('a mother who takes her yes back stops what rested on it', () => {
      const story = a().said(mother, 'given').said(mother, 'withdrawn');
      expect(story.asking(rested('agreement'))).toMatchObject({ outcome: 'DENY', rule: 'R-CONS-05a' });
    });
    test('what rested on something else is weighed again by a manager', () => {
      const story = a().said(mother, 'given').said(mother, 'withdrawn');
      expect(story.asking(rested('other'))).toMatchObject({ outcome: 'REVIEW', rule: 'R-CONS-05b' });
    });
    test('a mother who agrees again after she took it back is heard', () => {
      const story = a().said(mother, 'given').said(mother, 'withdrawn').said(mother, 'given');
      expect(story.asking()).toMatchObject({ outcome: 'PERMIT' });
    });
    test('withdrawn after the answer came: the hub may look to decide what next, and early help gets nothing', () => {
      const story = a().said(mother, 'given').said(mother, 'withdrawn');
      expect(story.shownToTheHub()).toMatchObject({ outcome: 'PERMIT', rule: 'R-CONS-04' });
      expect(story.sentToEarlyHelp()).toMatchObject({ outcome: 'DENY', rule: 'R-CONS-03a' });
    });
    test('refused after the answer came: a manager decides whether the hub may look', () => {
      expect(a().said(mother, 'given').said(mother, 'refused').shownToTheHub()).toMatchObject({
        outcome: 'REVIEW',
        rule: 'R-CONS-02',
      });
    });
    test('at section 47 none of it is the basis', () => {
      for (const state of ['refused', 'withdrawn'] as const)
        expect(a().at('s47').said(mother, state).asking()).toMatchObject({
          outcome: 'PERMIT',
          reasons: expect.arrayContaining(['CONSENT_NOT_BASIS']),
        });
    });
    test('help refused closes help though sharing was agreed', () => {
      const story = a().at('early_help').said(mother, 'given').said(mother, 'refused', { kind: 'service' });
      expect(story.sentToEarlyHelp()).toMatchObject({
        outcome: 'DENY',
        reasons: expect.arrayContaining(['HELP_BY_AGREEMENT']),
      });
    });
  });

  describe('to a help service', () => {
    const help = { kind: 'service' } as const;
    const agreed = () => a().at('early_help').said(mother, 'given');
    test('given by a mother opens help', () => {
      expect(agreed().said(mother, 'given', help).sentToEarlyHelp()).toMatchObject({ outcome: 'PERMIT' });
    });
    test('given by a father whose responsibility is not proven is for a manager, as nobody who may speak was asked', () => {
      for (const story of [
        agreed().said({ givenBy: 'parent_pr_unproven', givenById: FATHER }, 'given', help),
        agreed()
          .with({ disprovedParents: [FATHER] })
          .said(father, 'given', help),
      ])
        expect(story.sentToEarlyHelp()).toMatchObject({ outcome: 'REVIEW', rule: 'R-CONS-03b' });
    });
    test('given by one parent and refused by the other is a dispute towards help, and towards nobody else', () => {
      const story = agreed().said(mother, 'given', help).said(father, 'refused', help);
      expect(story.sentToEarlyHelp()).toMatchObject({ outcome: 'REVIEW', rule: 'R-PAR-01a' });
      expect(story.asking()).toMatchObject({ outcome: 'PERMIT' });
    });
  });

  describe('not sought', () => {
    test('with a ground passes between bound bodies from 30 September 2026, and is for a manager before', () => {
      expect(a().notAsked('NS_CONTACT').asking(SPECIAL)).toMatchObject({ outcome: 'PERMIT', rule: 'R-CONS-06' });
      expect(a().notAsked('NS_CONTACT').beforeTheDuty().asking()).toMatchObject({
        outcome: 'REVIEW',
        rule: 'R-CONS-06',
      });
    });
    test('without a ground lets ordinary data pass, special-category data go to a manager, and nothing pass before that day', () => {
      expect(a().notAsked().asking()).toMatchObject({ outcome: 'PERMIT', rule: 'R-CONS-07' });
      expect(a().notAsked().asking(SPECIAL)).toMatchObject({ outcome: 'REVIEW', rule: 'R-CONS-07' });
      expect(a().notAsked().beforeTheDuty().asking()).toMatchObject({ outcome: 'DENY', rule: 'R-CONS-07' });
    });
    test("a ground in one's own words counts as none until a manager has accepted it", () => {
      expect(a().notAsked('NS_TEXT').asking(SPECIAL)).toMatchObject({ outcome: 'REVIEW', rule: 'R-CONS-07' });
      expect(a().notAsked('NS_TEXT', false).asking(SPECIAL)).toMatchObject({ outcome: 'REVIEW', rule: 'R-CONS-07' });
      expect(a().notAsked('NS_TEXT', true).asking(SPECIAL)).toMatchObject({ outcome: 'PERMIT', rule: 'R-CONS-06' });
    });
    test('is not what silence means: of that nobody knows, and a human looks', () => {
      expect(a().asking()).toMatchObject({ outcome: 'REVIEW', reasons: expect.arrayContaining(['FACT_UNKNOWN']) });
      expect(a().said({ givenBy: 'not_applicable' }, 'unknown').asking()).toMatchObject({ rule: 'R-GATE-02' });
    });
  });

  describe('whose word counts', () => {
    test('one parent gives and the other refuses: a manager decides', () => {
      expect(a().said(mother, 'given').said(father, 'refused').asking()).toMatchObject({
        outcome: 'REVIEW',
        reasons: expect.arrayContaining(['PARENTS_DISAGREE', 'CONSENT_GIVEN']),
      });
    });
    test('one parent withdraws what both had given: a manager decides, and it is not read as if both had', () => {
      const story = a().said(mother, 'given').said(father, 'given').said(father, 'withdrawn');
      expect(story.asking()).toMatchObject({
        outcome: 'REVIEW',
        reasons: expect.arrayContaining(['PARENTS_DISAGREE']),
      });
    });
    test('an early yes of a parent whom nobody named does not stand against the mother who takes it back: it may be hers', () => {
      const story = () => a().said(aParent, 'given').said(mother, 'withdrawn');
      expect(story().asking(rested('agreement'))).toMatchObject({ outcome: 'DENY', rule: 'R-CONS-05a' });
      expect(story().asking(rested('agreement')).reasons).not.toContain('PARENTS_DISAGREE');
      expect(story().shownToTheHub()).toMatchObject({ outcome: 'PERMIT', rule: 'R-CONS-04' });
      expect(story().shownToTheHub().reasons).toContain('WITHDRAWN_LIMITED');
      expect(story().sentToEarlyHelp()).toMatchObject({ outcome: 'DENY', rule: 'R-CONS-03a' });
    });
    test('nor against a named father who refuses: what only one of them may have said is read as a no', () => {
      expect(a().said(aParent, 'given').said(father, 'refused').asking()).toMatchObject({
        outcome: 'REVIEW',
        rule: 'R-CONS-02',
      });
      const claimed = { givenBy: 'parent_pr_unproven', givenById: FATHER } as const;
      expect(a().said(aParent, 'given').said(claimed, 'refused').sentToEarlyHelp()).toMatchObject({ outcome: 'DENY' });
    });
    test("nor does a narrow yes after it bring the early one's reach back", () => {
      const story = a()
        .said(aParent, 'given')
        .said(mother, 'withdrawn')
        .said(mother, 'given', { bodies: ['nursery'] });
      expect(story.asking()).toMatchObject({ outcome: 'DENY', rule: 'R-CONS-05a' });
    });
    test('a named yes after a no of a parent whom nobody named is the dispute: nobody can tell that it was theirs', () => {
      expect(a().said(aParent, 'refused').said(mother, 'given').asking()).toMatchObject({
        outcome: 'REVIEW',
        reasons: expect.arrayContaining(['PARENTS_DISAGREE']),
      });
    });
    test('a yes after a no, of parents whom nobody named, is the dispute: they may be two, and help waits for a manager', () => {
      const story = () => a().said(aParent, 'refused').said(aParent, 'given');
      const disputed = { outcome: 'REVIEW', reasons: expect.arrayContaining(['PARENTS_DISAGREE']) };
      expect(story().asking()).toMatchObject(disputed);
      expect(story().sentToEarlyHelp()).toMatchObject({ outcome: 'REVIEW' });
    });
    test("a step-parent's no takes back no parent's yes, named or not", () => {
      expect(a().said(aParent, 'given').said(stepFather, 'refused').asking()).toMatchObject({ outcome: 'PERMIT' });
    });
    describe('where nobody wrote down who refused', () => {
      const nobodyKnows = { givenBy: 'not_applicable' } as const;

      test('it is a no, and never "not asked": a manager decides, and help gets nothing', () => {
        expect(a().said(nobodyKnows, 'refused').asking()).toMatchObject({ outcome: 'REVIEW', rule: 'R-CONS-02' });
        expect(a().said(nobodyKnows, 'refused').sentToEarlyHelp()).toMatchObject({ outcome: 'DENY' });
        expect(a().said(nobodyKnows, 'withdrawn').asking(rested('agreement'))).toMatchObject({ outcome: 'DENY' });
      });
      test('it takes back every yes that came before it, of whichever parent', () => {
        expect(a().said(mother, 'given').said(nobodyKnows, 'refused').asking()).toMatchObject({ rule: 'R-CONS-02' });
        expect(a().said(aParent, 'given').said(nobodyKnows, 'withdrawn').asking(rested('agreement'))).toMatchObject({
          outcome: 'DENY',
        });
      });
      test('a yes after it leaves it to a manager', () => {
        expect(a().said(nobodyKnows, 'refused').said(mother, 'given').asking()).toMatchObject({
          outcome: 'REVIEW',
          reasons: expect.arrayContaining(['PARENTS_DISAGREE']),
        });
        expect(a().said(nobodyKnows, 'refused').said(nobodyKnows, 'given').asking()).toMatchObject({
          rule: 'R-CONS-02',
        });
      });
      test('that nobody asked, said later, does not hide it', () => {
        expect(a().said(nobodyKnows, 'refused').notAsked('NS_DELAY').asking()).toMatchObject({ rule: 'R-CONS-02' });
      });
      test('of somebody who speaks for themselves it is read as their own, until they say otherwise', () => {
        expect(a().about('16_17').said(themselves, 'given').said(nobodyKnows, 'refused').asking()).toMatchObject({
          rule: 'R-CONS-02',
        });
        expect(a().about('16_17').said(nobodyKnows, 'refused').said(themselves, 'given').asking()).toMatchObject({
          outcome: 'PERMIT',
        });
      });
      test('a yes of nobody in particular opens nothing', () => {
        expect(a().said(nobodyKnows, 'given').asking(SPECIAL)).toMatchObject({ outcome: 'REVIEW', rule: 'R-CONS-07' });
      });
    });
    test('a parent whose responsibility nobody has proven opens nothing alone', () => {
      const claimed = { givenBy: 'parent_pr_unproven', givenById: FATHER } as const;
      expect(a().said(claimed, 'given').asking()).toMatchObject({
        outcome: 'REVIEW',
        reasons: expect.arrayContaining(['PR_UNPROVEN']),
      });
      expect(
        a()
          .with({ provenParents: [FATHER] })
          .said(claimed, 'given')
          .asking(),
      ).toMatchObject({ outcome: 'PERMIT' });
    });
    test('a father whose responsibility turned out not to be proven opens nothing, whatever the contact claimed', () => {
      const disproved = () => a().with({ disprovedParents: [FATHER] });
      expect(disproved().said(father, 'given').asking()).toMatchObject({ outcome: 'REVIEW', rule: 'R-PAR-01b' });
      expect(disproved().with({ parentalResponsibilityProven: true }).said(father, 'given').asking()).toMatchObject({
        outcome: 'REVIEW',
        rule: 'R-PAR-01b',
      });
      expect(disproved().said(mother, 'given').said(father, 'refused').asking()).toMatchObject({ outcome: 'PERMIT' });
      expect(disproved().said(father, 'refused').asking()).toMatchObject({ outcome: 'REVIEW', rule: 'R-CONS-02' });
    });
    test('of a responsibility that is on record as proven without a name any parent may speak, and no other adult', () => {
      const proven = () => a().with({ parentalResponsibilityProven: true });
      const claimed = { givenBy: 'parent_pr_unproven', givenById: FATHER } as const;
      expect(proven().said(claimed, 'given').asking()).toMatchObject({ outcome: 'PERMIT' });
      expect(proven().said(mother, 'given').said(claimed, 'refused').asking()).toMatchObject({ outcome: 'PERMIT' });
      expect(proven().said(stepFather, 'given').asking(SPECIAL)).toMatchObject({ rule: 'R-CONS-07' });
    });
    test("a step-parent's yes is nobody's, until an order proves their responsibility", () => {
      expect(a().said(stepFather, 'given').asking(SPECIAL)).toMatchObject({ outcome: 'REVIEW', rule: 'R-CONS-07' });
      const proven = a()
        .with({ provenParents: [STEP_FATHER] })
        .said(stepFather, 'given');
      expect(proven.asking(SPECIAL)).toMatchObject({
        outcome: 'PERMIT',
        reasons: expect.arrayContaining(['CONSENT_GIVEN']),
      });
    });
    test("a step-parent's no stops nothing that a mother agreed to", () => {
      expect(a().said(mother, 'given').said(stepFather, 'refused').asking()).toMatchObject({ outcome: 'PERMIT' });
    });
    test('a child under 13 does not decide: the yes of the child alone is no consent, and the objection is recorded', () => {
      expect(a().said(themselves, 'given').asking(SPECIAL)).toMatchObject({ outcome: 'REVIEW', rule: 'R-CONS-07' });
      const objects = a().with({ objects: true }).said(mother, 'given').asking();
      expect(objects).toMatchObject({ outcome: 'PERMIT', reasons: expect.arrayContaining(['CHILD_VOICE']) });
    });
    test('a 14-year-old found competent decides, both ways, against a parent', () => {
      expect(a().about('13_15', 'yes').said(mother, 'refused').said(themselves, 'given').asking()).toMatchObject({
        outcome: 'PERMIT',
        reasons: expect.arrayContaining(['CHILD_AGREES']),
      });
      expect(a().about('13_15', 'yes').said(mother, 'given').said(themselves, 'refused').asking()).toMatchObject({
        outcome: 'REVIEW',
        rule: 'R-CONS-02',
      });
    });
    test('a 14-year-old whom nobody has found competent does not, but their objection is for a manager', () => {
      expect(a().about('13_15').said(themselves, 'given').asking(SPECIAL)).toMatchObject({
        outcome: 'REVIEW',
        rule: 'R-CONS-07',
      });
      const objects = a().about('13_15').with({ objects: true }).said(mother, 'given').asking();
      expect(objects).toMatchObject({ outcome: 'REVIEW', reasons: expect.arrayContaining(['CHILD_OBJECTS']) });
    });
    test('a finding of competence that is more than six months old no longer lets a 14-year-old decide', () => {
      const old = [{ fact: 'competence' as const, by: id(6), at: '2026-05-01T10:00:00.000Z' }];
      const story = a().about('13_15', 'yes').with({ stated: old }).said(mother, 'given').said(themselves, 'refused');
      expect(story.asking()).toMatchObject({ outcome: 'PERMIT' });
    });
    test('a 16-year-old decides, both ways; one found not competent does not', () => {
      expect(a().about('16_17').said(mother, 'refused').said(themselves, 'given').asking()).toMatchObject({
        outcome: 'PERMIT',
      });
      expect(a().about('16_17').said(mother, 'given').said(themselves, 'refused').asking()).toMatchObject({
        rule: 'R-CONS-02',
      });
      expect(a().about('16_17', 'no').said(mother, 'given').said(themselves, 'refused').asking()).toMatchObject({
        outcome: 'PERMIT',
      });
    });
    test("one adult's yes opens no other adult's record", () => {
      const adult = () => a().about('adult', 'yes').with({ relation: 'household' });
      expect(adult().said({ givenBy: 'other', givenById: FATHER }, 'given').asking(SPECIAL)).toMatchObject({
        outcome: 'REVIEW',
        rule: 'R-CONS-07',
      });
      expect(adult().said(themselves, 'given').asking(SPECIAL)).toMatchObject({ outcome: 'PERMIT' });
    });
    test('a yes reaches only the purposes that it names, and a no reaches all', () => {
      const only = (purpose: 'EH' | 'S17') => a().said(mother, 'given', { purposes: [purpose] });
      expect(only('S17').asking(SPECIAL)).toMatchObject({
        outcome: 'PERMIT',
        reasons: expect.arrayContaining(['CONSENT_GIVEN']),
      });
      expect(only('EH').asking(SPECIAL)).toMatchObject({ outcome: 'REVIEW', rule: 'R-CONS-07' });
      expect(
        a()
          .said(mother, 'refused', { purposes: ['EH'] })
          .asking(),
      ).toMatchObject({ rule: 'R-CONS-02' });
    });
    test('a yes reaches only the bodies that it names, and a no reaches all', () => {
      const only = (body: string) => a().said(mother, 'given', { bodies: [body] });
      expect(only('education').asking(SPECIAL)).toMatchObject({
        outcome: 'PERMIT',
        reasons: expect.arrayContaining(['CONSENT_GIVEN']),
      });
      expect(only('housing').asking(SPECIAL)).toMatchObject({ outcome: 'REVIEW', rule: 'R-CONS-07' });
      expect(
        a()
          .said(mother, 'refused', { bodies: ['housing'] })
          .asking(),
      ).toMatchObject({ rule: 'R-CONS-02' });
    });
    test('a no stands for all whom a later, narrow yes leaves out: nobody may read it as never asked', () => {
      const later = (narrow: Said) => a().said(mother, 'refused').said(mother, 'given', narrow).asking();
      expect(later({ bodies: ['housing'] })).toMatchObject({ outcome: 'REVIEW', rule: 'R-CONS-02' });
      expect(later({ purposes: ['EH'] })).toMatchObject({ outcome: 'REVIEW', rule: 'R-CONS-02' });
      expect(later({ bodies: ['education'], purposes: ['S17'] })).toMatchObject({ outcome: 'PERMIT' });
      const own = a()
        .about('16_17')
        .said(themselves, 'refused')
        .said(themselves, 'given', { bodies: ['housing'] });
      expect(own.asking()).toMatchObject({ rule: 'R-CONS-02' });
    });
  });
});
