import type { PERSON_REASONS } from '../reasons/reason-code';
import { denied, permitted, reviewed } from './expected.scenarios';
import type { Scenarios } from './scenario.scenarios';
import { scenario } from './scenario.scenarios';
import { content, onward } from './tale.scenarios';

const overrideTasks = ['TELL_HOLDER', 'OVERRIDE_REVIEW'] as const;
const teenager = content().about('13_15').where({ competence: 'yes' });
const adultAsConcern = content().about('adult').where({ relation: 'concern' });
const unborn = content().about('unborn');

/** Who the subject is, what they say and what their parents dispute. */
export const PERSON_SCENARIOS: Readonly<Record<(typeof PERSON_REASONS)[number], Scenarios>> = {
  UNBORN_BASIS: [
    scenario('an unborn child with no sibling goes to a manager', unborn, reviewed('M', 'UNBORN_BASIS')),
    scenario(
      'whose yes rests on section 10 and the public interest, never on the duty or section 47',
      unborn.at('s47').answeredYes('R-KIND-01a', 'M'),
      permitted().on('TASK s10', 'PUBLIC'),
    ),
    scenario(
      'an override may strike it',
      unborn.at('s47').overridden(['OV_LIFE'], 'UNBORN_BASIS'),
      permitted('OVERRIDDEN').owing(...overrideTasks),
    ),
  ],
  VIA_SIBLING: [
    scenario(
      'an unborn child with a born sibling is decided by the sibling',
      unborn.where({ sibling: 'yes' }),
      permitted('VIA_SIBLING').on('TASK s17', 'DUTY'),
    ),
    scenario(
      'an objection of the 14 year old sister by whom it is decided goes to a manager',
      unborn.where({ sibling: 'yes', siblingKind: '13_15', objects: 'yes' }),
      reviewed('M', 'VIA_SIBLING', 'CHILD_OBJECTS').owing('RECORD_WISHES'),
    ),
    scenario(
      'a sister of 14 who speaks for herself ends the dispute of their parents for it as well',
      unborn.where({ sibling: 'yes', siblingKind: '13_15', competence: 'yes', dispute: 'open', pr: 'unproven' }),
      permitted('VIA_SIBLING'),
    ),
    scenario(
      'an override takes no sibling away',
      unborn.at('s47').where({ sibling: 'yes' }).overridden(['OV_LIFE'], 'VIA_SIBLING'),
      permitted('OVERRIDDEN').owing(...overrideTasks),
    ),
  ],
  ADULT_SUBJECT: [
    scenario(
      'an adult as the concern who agrees is shared under the Care Act',
      adultAsConcern,
      permitted('ADULT_SUBJECT').on('TASK own_function', 'ADULT').by('R-AGR-01b'),
    ),
    scenario(
      'one who has not agreed is for a manager',
      adultAsConcern.at('s47').consent('not_sought'),
      reviewed('M', 'ADULT_SUBJECT'),
    ),
    scenario(
      'and stays under the Care Act once the manager has said yes',
      adultAsConcern.at('s47').consent('not_sought').answeredYes('R-KIND-02b', 'M'),
      permitted().on('TASK own_function', 'ADULT'),
    ),
    scenario(
      'a young person of 18 to 25 is an adult',
      content().about('18_25').at('s47').consent('refused'),
      reviewed('M', 'ADULT_SUBJECT'),
    ),
    scenario(
      'for work on an adult at risk the adult asked about is the concern, whatever part the roster gives them',
      content().at('s47').about('adult').where({ relation: 'household' }).for('ADULT_RISK'),
      permitted('ADULT_SUBJECT').on('TASK own_function', 'ADULT'),
    ),
    scenario(
      'and without their consent it is for a manager, at section 47 too',
      content().at('s47').about('adult').where({ relation: 'household' }).for('ADULT_RISK').consent('not_sought'),
      reviewed('M', 'ADULT_SUBJECT').by('R-KIND-02b'),
    ),
    scenario(
      "an adult's record in a child's enquiry is ordinary",
      content().about('adult').where({ relation: 'household' }),
      permitted().on('TASK s17', 'DUTY'),
    ),
  ],
  CHILD_OBJECTS: [
    scenario(
      'a competent 14 year old who objects is weighed by a manager',
      teenager.whoObjects(),
      reviewed('M', 'CHILD_OBJECTS').owing('RECORD_WISHES').by('R-AGE-01'),
    ),
    scenario(
      'at section 47 a manager weighs it before a school is told',
      onward().at('s47').about('16_17').whoObjects().to('agency', 'education'),
      reviewed('M', 'CHILD_OBJECTS').absent().by('R-AGE-02b'),
    ),
    scenario(
      'an override may strike the objection below section 47',
      teenager.whoObjects().overridden(['OV_LIFE'], 'CHILD_OBJECTS'),
      permitted('OVERRIDDEN').owing('RECORD_WISHES', ...overrideTasks),
    ),
    scenario(
      'and at section 47',
      onward().at('s47').about('16_17').whoObjects().to('agency', 'education').overridden(['OV_HARM'], 'CHILD_OBJECTS'),
      permitted('OVERRIDDEN').owing(...overrideTasks),
    ),
  ],
  OBJECTION_OUTWEIGHED: [
    scenario(
      'at section 47 protection outweighs the objection of a 16 year old',
      content().at('s47').about('16_17').whoObjects(),
      permitted('OBJECTION_OUTWEIGHED').owing('RECORD_WISHES', 'TELL_CHILD').by('R-AGE-02a'),
    ),
    scenario(
      'an override that names it leaves the agreement to permit',
      content().at('s47').about('16_17').whoObjects().overridden(['OV_LIFE'], 'OBJECTION_OUTWEIGHED'),
      permitted('OVERRIDDEN').owing('RECORD_WISHES', 'TELL_CHILD', ...overrideTasks),
    ),
  ],
  CHILD_OBJECTS_PARENT: [
    scenario(
      'a parent is not told against the wish of a 15 year old, at any threshold',
      onward().at('s47').about('13_15').whoObjects().to('parent'),
      denied('CHILD_OBJECTS_PARENT').absent().owing('ASK_AGAIN'),
    ),
  ],
  CHILD_AGREES: [
    scenario(
      'a competent 14 year old agrees where a parent refuses',
      teenager.where({ parentRefuses: 'yes' }),
      permitted('CHILD_AGREES'),
    ),
    scenario(
      'a 14 year old whom nobody has assessed does not speak alone',
      content().about('13_15').where({ parentRefuses: 'yes', dispute: 'open' }),
      reviewed('M', 'PARENTS_DISAGREE').owing('TELL_BOTH'),
    ),
  ],
  CHILD_VOICE: [
    scenario(
      'the objection of a child under 13 is recorded and does not stop it',
      content().whoObjects(),
      permitted('CHILD_VOICE').owing('RECORD_WISHES'),
    ),
    scenario(
      'so is that of a 16 year old found not competent',
      content().about('16_17').whoObjects().where({ competence: 'no' }),
      permitted('CHILD_VOICE').owing('RECORD_WISHES'),
    ),
  ],
  UNDER_13: [
    scenario(
      'a sexual matter under 13 goes to the police whatever consent and agreements say',
      onward().to('police').consent('refused').agreed('stopped').where({ sign: 'u13_sexual' }),
      permitted('UNDER_13').owing('STRATEGY_CONSIDERED').by('R-AGE-06'),
    ),
  ],
  PARENTS_DISAGREE: [
    scenario(
      'one parent gives and the other refuses: a manager decides and tells both',
      content().where({ dispute: 'open' }),
      reviewed('M', 'PARENTS_DISAGREE').owing('TELL_BOTH'),
    ),
    scenario('but not at section 47', content().at('s47').where({ dispute: 'open' }), permitted()),
    scenario(
      'an override outweighs the dispute',
      content().where({ dispute: 'open' }).overridden(['OV_WELFARE'], 'PARENTS_DISAGREE'),
      permitted('OVERRIDDEN').owing('TELL_BOTH', ...overrideTasks),
    ),
  ],
  PR_UNPROVEN: [
    scenario(
      'the yes of someone whose parental responsibility is unproven goes to a manager',
      content().where({ pr: 'unproven' }),
      reviewed('M', 'PR_UNPROVEN'),
    ),
    scenario(
      'an override may strike it where a life is at stake',
      content().where({ pr: 'unproven' }).overridden(['OV_LIFE'], 'PR_UNPROVEN'),
      permitted('OVERRIDDEN').owing(...overrideTasks),
    ),
  ],
};
