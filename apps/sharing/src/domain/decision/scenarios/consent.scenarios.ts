import type { CONSENT_REASONS } from '../reasons/reason-code';
import { denied, permitted, reviewed } from './expected.scenarios';
import type { Scenarios } from './scenario.scenarios';
import { scenario } from './scenario.scenarios';
import { asking, content, existence, onward } from './tale.scenarios';

const overrideTasks = ['TELL_HOLDER', 'OVERRIDE_REVIEW'] as const;
const refusalTasks = ['RISK_AGAIN', 'TELL_OUTCOME'] as const;

/** Consent below section 47, and what the threshold makes of it. */
export const CONSENT_SCENARIOS: Readonly<Record<(typeof CONSENT_REASONS)[number], Scenarios>> = {
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
