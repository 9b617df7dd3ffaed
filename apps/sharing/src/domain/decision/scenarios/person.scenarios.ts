import type { PERSON_REASONS } from '../reasons/reason-code';
import { denied, permitted, reviewed } from './expected.scenarios';
import type { Scenarios } from './scenario.scenarios';
import { scenario } from './scenario.scenarios';
import { asking, content, existence, onward } from './tale.scenarios';

const overrideTasks = ['TELL_HOLDER', 'OVERRIDE_REVIEW'] as const;
const refusalTasks = ['RISK_AGAIN', 'TELL_OUTCOME'] as const;
const teenager = content().about('13_15').where({ competence: 'yes' });
const adultAsConcern = content().about('adult').where({ relation: 'concern' });
const unborn = content().about('unborn');

/** Who the subject is, what they and their parents say, and consent below section 47. */
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
  CONSENT_GIVEN: [
    scenario('a question with consent is permitted, and says so', asking(), permitted('CONSENT_GIVEN')),
    scenario(
      'an override that names it takes the reason away and nothing else',
      asking().where({ dispute: 'open' }).overridden(['OV_LIFE'], 'CONSENT_GIVEN', 'PARENTS_DISAGREE'),
      permitted('OVERRIDDEN').owing('TELL_BOTH', ...overrideTasks),
    ),
  ],
  CONSENT_REFUSED: [
    scenario(
      'a refusal is weighed by a manager',
      content().consent('refused'),
      reviewed('M', 'CONSENT_REFUSED')
        .owing(...refusalTasks)
        .by('R-CONS-02'),
    ),
    scenario(
      'to a referrer too, where the rule book is silent',
      onward().to('referrer_pro', 'education').consent('refused'),
      reviewed('M', 'CONSENT_REFUSED')
        .absent()
        .owing(...refusalTasks)
        .by('N-CONS-02'),
    ),
    scenario(
      'where an override may strike it as anywhere',
      onward().to('referrer_pro', 'education').consent('refused').overridden(['OV_WELFARE'], 'CONSENT_REFUSED'),
      permitted('OVERRIDDEN').owing(...refusalTasks, ...overrideTasks),
    ),
  ],
  HELP_BY_AGREEMENT: [
    scenario(
      'a service refused closes help though sharing was agreed',
      onward().at('eh').to('team_eh').service('refused'),
      denied('HELP_BY_AGREEMENT').absent().owing('RISK_AGAIN'),
    ),
    scenario(
      "an override outweighs the refusal for the child's need",
      onward().at('eh').to('team_eh').service('refused').overridden(['OV_WELFARE'], 'HELP_BY_AGREEMENT'),
      permitted('OVERRIDDEN').owing('RISK_AGAIN', ...overrideTasks),
    ),
  ],
  SERVICE_NOT_AGREED: [
    scenario(
      'a service nobody was asked about is for a manager',
      onward().at('eh').to('team_other').service('not_sought'),
      reviewed('M', 'SERVICE_NOT_AGREED').absent(),
    ),
    scenario(
      'an override may strike it',
      onward().to('team_other').service('not_sought').overridden(['OV_LIFE'], 'SERVICE_NOT_AGREED'),
      permitted('OVERRIDDEN').owing(...overrideTasks),
    ),
  ],
  WITHDRAWN_LIMITED: [
    scenario(
      'consent withdrawn after the answer came: the hub may see it to decide what next',
      content().consent('withdrawn').where({ answered: 'yes' }),
      permitted('WITHDRAWN_LIMITED').owing('TELL_RECIPIENTS', 'RISK_AGAIN').by('R-CONS-04'),
    ),
    scenario(
      'an override that names it leaves the agreement to permit',
      content().consent('withdrawn').where({ answered: 'yes' }).overridden(['OV_LIFE'], 'WITHDRAWN_LIMITED'),
      permitted('OVERRIDDEN').owing('TELL_RECIPIENTS', 'RISK_AGAIN', ...overrideTasks),
    ),
  ],
  CONSENT_WITHDRAWN: [
    scenario(
      'a request that rests on agreement is recalled when consent is withdrawn',
      asking().consent('withdrawn'),
      denied('CONSENT_WITHDRAWN').owing('RECALL_REQUEST').by('R-CONS-05a'),
    ),
    scenario(
      'one that rests on something else is weighed again',
      asking().consent('withdrawn').where({ restsOn: 'other' }),
      reviewed('M', 'CONSENT_WITHDRAWN').owing('RISK_AGAIN').by('R-CONS-05b'),
    ),
    scenario(
      'an item does not leave the hub',
      onward().consent('withdrawn').where({ answered: 'yes' }),
      reviewed('M', 'CONSENT_WITHDRAWN').absent().owing('RISK_AGAIN'),
    ),
    scenario(
      'an override outweighs the withdrawal of a request',
      asking().consent('withdrawn').overridden(['OV_WELFARE'], 'CONSENT_WITHDRAWN'),
      permitted('OVERRIDDEN').owing('RECALL_REQUEST', ...overrideTasks),
    ),
    scenario(
      'and of an item',
      onward().consent('withdrawn').overridden(['OV_WELFARE'], 'CONSENT_WITHDRAWN'),
      permitted('OVERRIDDEN').owing('RISK_AGAIN', ...overrideTasks),
    ),
  ],
  NOT_SOUGHT_GROUND: [
    scenario(
      'a ground for not seeking carries between bound bodies from 30 September 2026',
      content().special().consent('not_sought', 'NS_CANNOT'),
      permitted('NOT_SOUGHT_GROUND').owing('INFORM_PARENT').on('TASK s17', 'DUTY', 'SPEC 18(a)').by('R-CONS-06'),
    ),
    scenario(
      'not where one body is unbound',
      content().consent('not_sought', 'NS_HARM').unboundRecipient(),
      reviewed('M', 'NOT_SOUGHT_GROUND').owing('INFORM_PARENT'),
    ),
    scenario(
      'an override may strike it',
      content().beforeTheDuty().consent('not_sought', 'NS_HARM').overridden(['OV_LIFE'], 'NOT_SOUGHT_GROUND'),
      permitted('OVERRIDDEN').owing('INFORM_PARENT', ...overrideTasks),
    ),
  ],
  NO_GROUND: [
    scenario(
      'no consent and no ground is a refusal before 30 September 2026',
      content().beforeTheDuty().consent('not_sought'),
      denied('NO_GROUND').owing('INFORM_PARENT', 'REFERRER_DEFECT').by('R-CONS-07'),
    ),
    scenario(
      'a ground in free text counts for nothing until a manager has accepted it',
      content().beforeTheDuty().consent('not_sought', 'NS_TEXT'),
      denied('NO_GROUND').owing('INFORM_PARENT', 'REFERRER_DEFECT'),
    ),
    scenario(
      'from then on ordinary data go between bound bodies',
      content().consent('not_sought'),
      permitted('NO_GROUND').owing('INFORM_PARENT', 'REFERRER_DEFECT').by('R-CONS-07'),
    ),
    scenario(
      'and special-category data are for a manager',
      content().special().consent('not_sought'),
      reviewed('M', 'NO_GROUND').owing('INFORM_PARENT', 'REFERRER_DEFECT'),
    ),
    scenario(
      'which an override may strike',
      content().special().consent('not_sought').overridden(['OV_LIFE'], 'NO_GROUND'),
      permitted('OVERRIDDEN').owing('INFORM_PARENT', 'REFERRER_DEFECT', ...overrideTasks),
    ),
  ],
  CONSENT_NOT_BASIS: [
    scenario(
      'at section 47 a refusal stops nothing, and the parent is told',
      content().at('s47').consent('refused'),
      permitted('CONSENT_NOT_BASIS').owing('INFORM_PARENT'),
    ),
  ],
  THRESHOLD_NONE: [
    scenario(
      'gathering with no threshold and no consent is a refusal before 30 September 2026, as in AB v Haringey',
      asking().at('none').for('EH').beforeTheDuty().consent('not_sought', 'NS_HARM'),
      denied('NOT_SOUGHT_GROUND', 'THRESHOLD_NONE').owing('INFORM_PARENT').by('R-THR-02'),
    ),
    scenario(
      'and is for a manager from then on',
      asking().at('none').for('EH').consent('not_sought', 'NS_HARM'),
      reviewed('M', 'NOT_SOUGHT_GROUND', 'THRESHOLD_NONE').owing('INFORM_PARENT').by('R-THR-02'),
    ),
    scenario(
      'an override may strike it',
      asking().at('none').for('EH').consent('not_sought', 'NS_HARM').overridden(['OV_LIFE'], 'THRESHOLD_NONE'),
      permitted('NOT_SOUGHT_GROUND', 'OVERRIDDEN').owing('INFORM_PARENT', ...overrideTasks),
    ),
  ],
  OWN_RECORD: [
    scenario(
      'the council screens in its own record with no threshold, consent or agreement',
      existence().at('none').heldBy('council').consent('refused').agreed('none'),
      permitted('OWN_RECORD', 'EXISTENCE_ONLY').on('TASK s10').by('R-THR-03'),
    ),
    scenario(
      'a listed holder adds nothing to it: screening rests on the own task alone',
      content().at('s17').for('SCREEN').heldBy('council').where({ fromS47List: 'yes' }),
      permitted('OWN_RECORD').on('TASK s17'),
    ),
  ],
};
