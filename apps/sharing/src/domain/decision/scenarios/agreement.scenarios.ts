import type { AGREEMENT_REASONS } from '../reasons/reason-code';
import { denied, permitted, reviewed } from './expected.scenarios';
import type { Scenarios } from './scenario.scenarios';
import { scenario } from './scenario.scenarios';
import { asking, content, existence } from './tale.scenarios';

const overrideTasks = ['TELL_HOLDER', 'OVERRIDE_REVIEW'] as const;
const nothingAgreed = content().agreed('none');
const withCharity = content().to('agency', 'voluntary').unboundRecipient();

/** Agreements, the register, the override, and a lawful basis at all. */
export const AGREEMENT_SCENARIOS: Readonly<Record<(typeof AGREEMENT_REASONS)[number], Scenarios>> = {
  AGREED_EXCEPTION: [
    scenario(
      'an exception that allows it allows it',
      content().agreed('exc_allow'),
      permitted('AGREED_EXCEPTION').by('R-AGR-01a'),
    ),
  ],
  AGREED_DEFAULT: [
    scenario('a default that allows it allows it', content(), permitted('AGREED_DEFAULT').by('R-AGR-01b')),
    scenario(
      'a listed body answers the council on its duty to assist at section 47',
      content().at('s47').where({ fromS47List: 'yes' }),
      permitted().on('TASK s47', 'DUTY', 'ASSIST s47'),
    ),
    scenario(
      'a listed body in an answer about an unborn child assists nobody',
      content().about('unborn').where({ fromS47List: 'yes' }).answeredYes('R-KIND-01a', 'M'),
      permitted().on('TASK s10', 'PUBLIC'),
    ),
    scenario(
      'a listed body in an answer about an adult assists nobody',
      content().about('adult').where({ fromS47List: 'yes' }),
      permitted('ADULT_SUBJECT').on('TASK own_function', 'ADULT'),
    ),
  ],
  AGREEMENT_DENIES: [
    scenario(
      'an agreement that denies is for the holder between bound bodies',
      content().agreed('exc_deny'),
      reviewed('H', 'AGREEMENT_DENIES'),
    ),
    scenario(
      'and a refusal before the duty',
      content().agreed('default_deny').beforeTheDuty(),
      denied('AGREEMENT_DENIES'),
    ),
    scenario(
      'and a refusal to an unbound body',
      withCharity.agreed('default_deny'),
      denied('AGREEMENT_DENIES').absent(),
    ),
  ],
  AGREEMENT_GAP: [
    scenario(
      'nothing agreed between bound bodies is never flatly refused',
      nothingAgreed,
      reviewed('M', 'AGREEMENT_GAP').owing('AGR_GAP'),
    ),
    scenario(
      'nor is an agreement that has not started',
      content().agreed('not_started'),
      reviewed('M', 'AGREEMENT_GAP').owing('AGR_GAP'),
    ),
    scenario(
      'before the duty it was refused',
      nothingAgreed.beforeTheDuty(),
      denied('AGREEMENT_GAP').owing('AGR_GAP').by('R-AGR-03'),
    ),
    scenario(
      'unless it was urgent',
      nothingAgreed.beforeTheDuty().urgently(),
      reviewed('M', 'AGREEMENT_GAP').owing('AGR_GAP').by('R-AGR-03'),
    ),
    scenario(
      "the manager's yes closes the question, not the gap",
      nothingAgreed.answeredYes('R-AGR-03', 'M'),
      permitted().owing('AGR_GAP').by('R-AGR-03'),
    ),
    scenario(
      'an override may strike it',
      nothingAgreed.at('s47').overridden(['OV_HARM'], 'AGREEMENT_GAP'),
      permitted('OVERRIDDEN').owing('AGR_GAP', ...overrideTasks),
    ),
  ],
  AGREEMENT_STOPPED: [
    scenario(
      'a stopped agreement is for the holder between bound bodies, never a yes',
      content().agreed('stopped'),
      reviewed('H', 'AGREEMENT_STOPPED'),
    ),
    scenario('and a refusal before the duty', content().agreed('stopped').beforeTheDuty(), denied('AGREEMENT_STOPPED')),
    scenario('and a refusal to an unbound body', withCharity.agreed('stopped'), denied('AGREEMENT_STOPPED').absent()),
  ],
  NOTHING_AGREED: [
    scenario(
      'nothing is agreed with a charity: refused',
      withCharity.agreed('none'),
      denied('NOTHING_AGREED').absent(),
    ),
    scenario(
      'at section 47 a manager decides',
      withCharity.agreed('expired').at('s47'),
      reviewed('M', 'NOTHING_AGREED').absent(),
    ),
    scenario(
      'in an urgent matter a manager decides',
      withCharity.agreed('none').urgently(),
      reviewed('M', 'NOTHING_AGREED').absent(),
    ),
    scenario(
      'and for a question at section 17',
      asking('voluntary').unboundRecipient().agreed('none'),
      reviewed('M', 'NOTHING_AGREED'),
    ),
    scenario(
      'an override may strike it',
      withCharity.agreed('none').overridden(['OV_LIFE'], 'NOTHING_AGREED'),
      permitted('OVERRIDDEN').owing(...overrideTasks),
    ),
  ],
  AGR_OVERDUE: [
    scenario(
      'an agreement a little past its review still stands',
      content().agreed('past_review'),
      permitted('AGR_OVERDUE').owing('AGR_REVIEW').by('R-AGR-06a'),
    ),
    scenario(
      'one long past it is for information governance',
      content().agreed('past_review').where({ overdue: 'later' }),
      reviewed('IG', 'AGR_OVERDUE').owing('AGR_REVIEW'),
    ),
    scenario(
      'an override may strike it',
      content().agreed('past_review').where({ overdue: 'later' }).overridden(['OV_LIFE'], 'AGR_OVERDUE'),
      permitted('OVERRIDDEN').owing('AGR_REVIEW', ...overrideTasks),
    ),
    scenario(
      'an override of a standing agreement takes its reason away and nothing else',
      content().agreed('past_review').overridden(['OV_LIFE'], 'AGR_OVERDUE'),
      permitted('OVERRIDDEN').owing('AGR_REVIEW', ...overrideTasks),
    ),
  ],
  CATEGORY_NOT_COVERED: [
    scenario(
      'nothing agreed says that the category alone is not covered',
      nothingAgreed.where({ uncovered: 'category' }),
      reviewed('M', 'AGREEMENT_GAP', 'CATEGORY_NOT_COVERED').owing('AGR_GAP'),
    ),
  ],
  PURPOSE_NOT_COVERED: [
    scenario(
      'or the purpose, or each of them in another line',
      nothingAgreed.where({ uncovered: 'both' }),
      reviewed('M', 'AGREEMENT_GAP', 'CATEGORY_NOT_COVERED', 'PURPOSE_NOT_COVERED').owing('AGR_GAP'),
    ),
  ],
  REGISTER_BASIS: [
    scenario(
      'a line that gives a council legitimate interests is refused',
      content().where({ lineFault: 'rli_public' }),
      denied('REGISTER_BASIS'),
    ),
    scenario(
      'one that rests on consent is for information governance',
      content().where({ lineFault: 'consent_basis' }),
      reviewed('IG', 'REGISTER_BASIS'),
    ),
    scenario(
      'two that clash say so, and the one that denies counts',
      content().agreed('exc_deny').where({ lineFault: 'clash' }),
      reviewed('H', 'AGREEMENT_DENIES', 'REGISTER_BASIS').by('R-AGR-02'),
    ),
  ],
  OVERRIDDEN: [
    scenario(
      'an override strikes only what it names',
      content().consent('refused').where({ dispute: 'open' }).overridden(['OV_WELFARE'], 'CONSENT_REFUSED'),
      reviewed('M', 'PARENTS_DISAGREE', 'OVERRIDDEN').owing(
        'TELL_BOTH',
        'RISK_AGAIN',
        'TELL_OUTCOME',
        ...overrideTasks,
      ),
    ),
    scenario(
      'an override without the facts its ground needs strikes nothing',
      content().consent('refused').overridden(['OV_HARM'], 'CONSENT_REFUSED'),
      reviewed('M', 'CONSENT_REFUSED').owing('RISK_AGAIN', 'TELL_OUTCOME'),
    ),
  ],
  NO_BASIS: [
    scenario(
      'a charity that answers a request which states no task has nothing to rest on',
      content().heldBy('voluntary').unboundHolder(),
      reviewed('IG', 'NO_BASIS').on().by('S2-BASES'),
    ),
    scenario(
      'so has a charity that only says "we know them" to such a request',
      existence().heldBy('voluntary').unboundHolder(),
      reviewed('IG', 'EXISTENCE_ONLY', 'NO_BASIS').on(),
    ),
  ],
};
