import { denied, permitted, reviewed } from '../expected.scenarios';
import { scenario } from '../scenario.scenarios';
import { content, onward } from '../tale.scenarios';
import { inWords } from './code-words.scenarios';
import type { EdgeScenarios } from './edge-scenarios.scenarios';
import { eachOf } from './edge-scenarios.scenarios';

const places = ['hub_manager', 'hub_holder', 'rep_joint'] as const;
/** An unborn child decided by a born sister of that age. */
const bySister = (siblingKind: 'u13' | '13_15' | '16_17') =>
  content().about('unborn').where({ sibling: 'yes', siblingKind });

/** Who the subject is, what they say and what their parents dispute: where each row begins and ends. */
export const PERSON_EDGES: EdgeScenarios = {
  VIA_SIBLING: [
    scenario(
      'the sibling of an unborn child is not what permits: the agreement still does',
      content().about('unborn').where({ sibling: 'yes' }),
      permitted('VIA_SIBLING').by('R-AGR-01b'),
    ),
    scenario(
      'the wish of a sister of 8 is heard for the unborn child, and does not decide',
      bySister('u13').where({ objects: 'yes' }),
      permitted('VIA_SIBLING', 'CHILD_VOICE').owing('RECORD_WISHES'),
    ),
    ...eachOf(['13_15', '16_17'], (age) =>
      scenario(
        `nor does that of a sister of ${age === '13_15' ? '14' : '16'} found not competent`,
        bySister(age).where({ objects: 'yes', competence: 'no' }),
        permitted('VIA_SIBLING', 'CHILD_VOICE').owing('RECORD_WISHES'),
      ),
    ),
    scenario(
      'a sister of 14 who was not assessed leaves the dispute to a manager',
      bySister('13_15').where({ dispute: 'open' }),
      reviewed('M', 'VIA_SIBLING', 'PARENTS_DISAGREE').owing('TELL_BOTH'),
    ),
    ...eachOf(['yes', 'not_assessed'], (competence) =>
      scenario(
        `a sister of 16 speaks for herself, ${competence === 'yes' ? 'found competent' : 'presumed competent'}, and so for the unborn child`,
        bySister('16_17').where({ dispute: 'open', pr: 'unproven', competence }),
        permitted('VIA_SIBLING'),
      ),
    ),
    scenario(
      'a sister of 16 found not competent leaves the dispute to a manager',
      bySister('16_17').where({ dispute: 'open', competence: 'no' }),
      reviewed('M', 'VIA_SIBLING', 'PARENTS_DISAGREE').owing('TELL_BOTH'),
    ),
    ...eachOf(['u13', '13_15', '16_17'], (age) =>
      scenario(
        `it waits to learn whether the sister objects who is ${inWords(age)}`,
        bySister(age).where({ objects: 'unknown' }),
        reviewed('M', 'FACT_UNKNOWN', 'VIA_SIBLING'),
      ),
    ),
    scenario(
      'the age of a younger sister does not make a 17 year old younger',
      content().about('16_17').where({ sibling: 'yes', siblingKind: 'u13', objects: 'yes' }),
      reviewed('M', 'CHILD_OBJECTS').owing('RECORD_WISHES'),
    ),
    scenario(
      'nor does that of a brother of 16 make an adult of the household a young person',
      content().about('adult').where({ relation: 'household', siblingKind: '16_17', objects: 'yes', competence: 'no' }),
      permitted(),
    ),
    ...eachOf(['13_15', '16_17'], (siblingKind) =>
      scenario(
        `what a sister of ${siblingKind === '13_15' ? '14' : '16'} says does not decide for a born child`,
        content().where({ sibling: 'yes', siblingKind, competence: 'yes', objects: 'yes', dispute: 'open' }),
        reviewed('M', 'CHILD_VOICE', 'PARENTS_DISAGREE').owing('RECORD_WISHES', 'TELL_BOTH'),
      ),
    ),
    scenario(
      'an objection of a sister of 16 goes to a manager as one of 14 does',
      bySister('16_17').where({ objects: 'yes' }),
      reviewed('M', 'VIA_SIBLING', 'CHILD_OBJECTS').owing('RECORD_WISHES'),
    ),
    scenario(
      'a sister of 8 decides no dispute, whatever somebody found of her',
      bySister('u13').where({ competence: 'yes', dispute: 'open' }),
      reviewed('M', 'VIA_SIBLING', 'PARENTS_DISAGREE').owing('TELL_BOTH'),
    ),
    scenario(
      'nobody objects for an unborn child that is decided by what was said of itself',
      content().about('unborn').where({ sibling: 'yes', objects: 'yes', competence: 'no' }),
      permitted('VIA_SIBLING'),
    ),
    scenario(
      'and nobody waits to learn whether anybody does',
      content().about('unborn').where({ sibling: 'yes', objects: 'unknown' }),
      permitted('VIA_SIBLING'),
    ),
    scenario(
      'of an adult of the household neither, however old a child of the family is',
      content().about('adult').where({ relation: 'household', siblingKind: 'u13', objects: 'unknown' }),
      permitted(),
    ),
    scenario('a born child with a sibling is decided by themselves', content().where({ sibling: 'yes' }), permitted()),
  ],
  ADULT_SUBJECT: [
    scenario(
      'a listed body assists nobody in an answer about an adult, though the manager said yes',
      content()
        .about('adult')
        .at('s47')
        .consent('not_sought')
        .where({ fromS47List: 'yes' })
        .answeredYes('R-KIND-02b', 'M'),
      permitted().on('TASK own_function', 'ADULT'),
    ),
    scenario(
      'work on an adult at risk says nothing of a child',
      content().about('16_17').for('ADULT_RISK'),
      permitted().on('TASK s17', 'DUTY'),
    ),
    scenario(
      'a young person of 18 to 25 at risk is the concern of that work, also where they may have caused the harm',
      content().about('18_25').where({ relation: 'ap' }).for('ADULT_RISK'),
      permitted('ADULT_SUBJECT').on('TASK own_function', 'ADULT'),
    ),
    ...eachOf(['withdrawn', 'unknown'], (consent) =>
      scenario(
        `an adult as the concern whose consent is ${consent} is for a manager at section 47 too`,
        content().about('adult').at('s47').consent(consent),
        reviewed('M', 'ADULT_SUBJECT').by('R-KIND-02b'),
      ),
    ),
  ],
  CHILD_OBJECTS: [
    scenario(
      'the objection of a 14 year old whom nobody has assessed is weighed',
      content().about('13_15').whoObjects(),
      reviewed('M', 'CHILD_OBJECTS').owing('RECORD_WISHES').by('R-AGE-01'),
    ),
    scenario(
      'below section 47 it is weighed once, before anybody outside the hub is told too',
      onward().about('16_17').whoObjects().to('agency', 'education'),
      reviewed('M', 'CHILD_OBJECTS').absent().owing('RECORD_WISHES').by('R-AGE-01'),
    ),
    scenario(
      "a manager's yes to it opens it below section 47",
      onward().about('16_17').whoObjects().to('agency', 'education').answeredYes('R-AGE-01', 'M'),
      permitted().owing('RECORD_WISHES'),
    ),
  ],
  OBJECTION_OUTWEIGHED: [
    ...eachOf([...places, 'team_sc', 'police'], (audience) =>
      scenario(
        `at section 47 protection outweighs the objection of a 15 year old, to ${inWords(audience)}`,
        content().at('s47').about('13_15').whoObjects().to(audience),
        permitted('OBJECTION_OUTWEIGHED').owing('RECORD_WISHES', 'TELL_CHILD').by('R-AGE-02a'),
      ),
    ),
  ],
  CHILD_OBJECTS_PARENT: [
    scenario(
      'nor below section 47',
      onward().about('13_15').whoObjects().to('parent'),
      denied('CHILD_OBJECTS_PARENT').absent().owing('ASK_AGAIN').by('R-AGE-03'),
    ),
    scenario(
      'a parent of a child under 13 is told though the child does not want it',
      onward().whoObjects().for('INFORM').to('parent').released(),
      permitted('RELEASED_WORDING', 'CHILD_VOICE', 'INFORM').owing('RECORD_WISHES').leavingOut('WORDING_ONLY'),
    ),
  ],
  CHILD_AGREES: [
    scenario(
      "the young person's yes is not what permits: the agreement still does",
      content().about('16_17').where({ parentRefuses: 'yes' }),
      permitted('CHILD_AGREES').by('R-AGR-01b'),
    ),
    scenario(
      "a 16 year old's own refusal is a refusal, whatever the parent said",
      content().about('16_17').consent('refused').where({ parentRefuses: 'yes' }),
      reviewed('M', 'CONSENT_REFUSED').owing('RISK_AGAIN', 'TELL_OUTCOME'),
    ),
    scenario(
      'a 16 year old found not competent does not speak alone',
      content().about('16_17').where({ competence: 'no', parentRefuses: 'yes', dispute: 'open' }),
      reviewed('M', 'PARENTS_DISAGREE').owing('TELL_BOTH'),
    ),
    scenario(
      'nor does a child of 12, however able',
      content().where({ competence: 'yes', parentRefuses: 'yes', dispute: 'open' }),
      reviewed('M', 'PARENTS_DISAGREE').owing('TELL_BOTH'),
    ),
    scenario(
      'a 16 year old found competent speaks for themselves',
      content().about('16_17').where({ competence: 'yes', parentRefuses: 'yes', dispute: 'open' }),
      permitted('CHILD_AGREES'),
    ),
  ],
  CHILD_VOICE: [
    scenario(
      'the voice of a child is recorded and is not what permits',
      content().whoObjects(),
      permitted('CHILD_VOICE').owing('RECORD_WISHES').by('R-AGR-01b'),
    ),
    scenario(
      'so is that of a 14 year old found not competent',
      content().about('13_15').whoObjects().where({ competence: 'no' }),
      permitted('CHILD_VOICE').owing('RECORD_WISHES'),
    ),
    scenario(
      "an adult's objection is a matter of consent, not of a child's voice",
      content().about('adult').whoObjects().where({ relation: 'household', competence: 'no' }),
      permitted(),
    ),
  ],
  UNDER_13: [
    scenario(
      'a help team gets a sexual matter under 13 by the ordinary rules only',
      onward().to('team_eh').where({ sign: 'u13_sexual' }),
      permitted().by('R-AGR-01b'),
    ),
    scenario(
      'social care gets it as the police do',
      onward().to('team_sc').consent('refused').agreed('none').where({ sign: 'u13_sexual' }),
      permitted('UNDER_13').owing('STRATEGY_CONSIDERED').by('R-AGE-06'),
    ),
  ],
  PARENTS_DISAGREE: [
    scenario(
      'about an adult of the household parents have nothing to dispute',
      content().about('adult').where({ relation: 'household', dispute: 'open', pr: 'unproven' }),
      permitted(),
    ),
    scenario(
      'they dispute about a child who is not born yet as about any other',
      content().about('unborn').where({ sibling: 'yes', dispute: 'open' }),
      reviewed('M', 'VIA_SIBLING', 'PARENTS_DISAGREE').owing('TELL_BOTH'),
    ),
    scenario(
      'and about a 17 year old found not competent',
      content().about('16_17').where({ dispute: 'open', competence: 'no' }),
      reviewed('M', 'PARENTS_DISAGREE').owing('TELL_BOTH'),
    ),
    scenario(
      'a 17 year old is not the subject of their dispute',
      content().about('16_17').where({ dispute: 'open' }),
      permitted(),
    ),
  ],
  PR_UNPROVEN: [
    scenario('it is not asked at section 47', content().at('s47').where({ pr: 'unproven' }), permitted()),
    scenario(
      'nor of a 17 year old who speaks for themselves',
      content().about('16_17').where({ pr: 'unproven' }),
      permitted(),
    ),
    scenario(
      'where nobody gave consent there is no yes to prove',
      content().consent('not_sought', 'NS_HARM').where({ pr: 'unproven' }),
      permitted('NOT_SOUGHT_GROUND').owing('INFORM_PARENT'),
    ),
  ],
};
