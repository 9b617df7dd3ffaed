import { denied, permitted, reviewed } from '../expected.scenarios';
import { scenario } from '../scenario.scenarios';
import { asking, content, onward } from '../tale.scenarios';
import { inWords } from './code-words.scenarios';
import type { EdgeScenarios } from './edge-scenarios.scenarios';
import { eachOf } from './edge-scenarios.scenarios';

const overrideTasks = ['TELL_HOLDER', 'OVERRIDE_REVIEW'] as const;
const withCharity = content().to('agency', 'voluntary').unboundRecipient();
const LAST_MOMENT = '2026-09-29T22:59:59.999Z';
const FIRST_MOMENT = '2026-09-29T23:00:00Z';

/** Agreements, the register, the override, and when the law starts: where each row begins and ends. */
export const AGREEMENT_EDGES: EdgeScenarios = {
  AGREED_DEFAULT: [
    scenario(
      'in the last moment before 30 September 2026 in London nothing rests on the duty to share',
      content().on(LAST_MOMENT),
      permitted().on('TASK s17').by('R-AGR-01b'),
    ),
    scenario(
      'and in the first moment of that day it does',
      content().on(FIRST_MOMENT),
      permitted().on('TASK s17', 'DUTY').by('R-AGR-01b'),
    ),
    scenario(
      'an allow that is not past its review does not become late by a note that says so',
      content().where({ overdue: 'later' }),
      permitted().by('R-AGR-01b'),
    ),
    scenario(
      'confidential data without consent rest on the overriding public interest too',
      content().at('s47').confidential().consent('not_sought', 'NS_HARM'),
      permitted().on('TASK s47', 'DUTY', 'PUBLIC'),
    ),
    scenario(
      'criminal data need a condition of the Data Protection Act as special ones do',
      content().at('s47').heldBy('police').where({ dataClass: 'criminal' }),
      permitted().on('TASK s47', 'DUTY', 'SPEC para_6'),
    ),
    scenario(
      'a listed body assists the council at section 17 under section 27',
      content().where({ fromS47List: 'yes' }),
      permitted().on('TASK s17', 'DUTY', 'ASSIST s27'),
    ),
    ...eachOf(['police', 'education', 'voluntary'], (kind) =>
      scenario(
        `a ${kind} body is never called on to assist`,
        content().at('s47').heldBy(kind).where({ fromS47List: 'yes' }),
        permitted().on(...(kind === 'voluntary' ? ['DUTY'] : ['TASK s47', 'DUTY'])),
      ),
    ),
  ],
  AGREEMENT_DENIES: [
    scenario(
      'a default that denies is for the holder between bound bodies as an exception is',
      content().agreed('default_deny'),
      reviewed('H', 'AGREEMENT_DENIES').by('R-AGR-02'),
    ),
    scenario(
      'and a refusal where the holder is not bound',
      content().unboundHolder().agreed('exc_deny'),
      denied('AGREEMENT_DENIES').by('R-AGR-02'),
    ),
  ],
  AGREEMENT_GAP: [
    ...eachOf(['none', 'not_started', 'expired'], (agreement) =>
      scenario(
        `at section 47 an agreement (${inWords(agreement)}) was a review before the duty too`,
        content().at('s47').agreed(agreement).beforeTheDuty(),
        reviewed('M', 'AGREEMENT_GAP').owing('AGR_GAP').by('R-AGR-03'),
      ),
    ),
    scenario(
      'once a manager has overridden it, what lets it go is still that row, and what is not covered is still said',
      content().at('s47').agreed('none').where({ uncovered: 'both' }).overridden(['OV_HARM'], 'AGREEMENT_GAP'),
      permitted('CATEGORY_NOT_COVERED', 'PURPOSE_NOT_COVERED', 'OVERRIDDEN')
        .owing('AGR_GAP', ...overrideTasks)
        .by('R-AGR-03'),
    ),
    scenario(
      'in the last moment before the duty a gap is refused',
      content().agreed('none').on(LAST_MOMENT),
      denied('AGREEMENT_GAP').owing('AGR_GAP'),
    ),
    scenario(
      'and in its first moment it is for a manager',
      content().agreed('none').on(FIRST_MOMENT),
      reviewed('M', 'AGREEMENT_GAP').owing('AGR_GAP'),
    ),
  ],
  AGREEMENT_STOPPED: [
    scenario(
      'a stopped agreement with a holder that is not bound is a refusal',
      content().unboundHolder().agreed('stopped'),
      denied('AGREEMENT_STOPPED').by('R-AGR-04'),
    ),
  ],
  NOTHING_AGREED: [
    scenario(
      'asking at early help with nothing agreed is refused',
      asking('provider').unboundRecipient().at('eh').agreed('none'),
      denied('NOTHING_AGREED').by('R-AGR-05'),
    ),
    scenario(
      'before the duty it is refused just the same',
      withCharity.agreed('not_started').beforeTheDuty(),
      denied('NOTHING_AGREED').absent().by('R-AGR-05'),
    ),
    scenario(
      'and from a holder that is not bound',
      content().unboundHolder().agreed('expired'),
      denied('NOTHING_AGREED').by('R-AGR-05'),
    ),
  ],
  CATEGORY_NOT_COVERED: [
    scenario(
      'where something is agreed nothing is missing',
      content().where({ uncovered: 'both' }),
      permitted('CONSENT_GIVEN', 'AGREED_DEFAULT'),
    ),
  ],
  REGISTER_BASIS: [
    scenario(
      "the holder's yes to the agreement leaves a clash on record, and does not rest on it",
      content().agreed('exc_deny').where({ lineFault: 'clash' }).answeredYes('R-AGR-02', 'H'),
      permitted('REGISTER_BASIS').by('R-AGR-02'),
    ),
  ],
  RLI_ANSWER: [
    scenario(
      'recognised legitimate interests carry an answer in the first moment of 5 February 2026',
      content().at('s47').heldBy('voluntary').unboundHolder().where({ statesTask: 'yes' }).on('2026-02-05T00:00:00Z'),
      permitted('RLI_ANSWER').on('RLI'),
    ),
  ],
  ENCOMPASS: [
    scenario(
      'the Encompass section is cited in the first moment of 7 November 2025',
      onward()
        .at('s47')
        .for('ENCOMPASS')
        .heldBy('police')
        .to('agency', 'education')
        .where({ encompassRole: 'school_lead' })
        .on('2025-11-07T00:00:00Z'),
      permitted('ENCOMPASS').owing('BEFORE_SCHOOL').on('TASK s47', 'ENC'),
    ),
  ],
};
