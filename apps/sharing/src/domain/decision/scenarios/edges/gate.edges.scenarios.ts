import { denied, permitted, reviewed } from '../expected.scenarios';
import { scenario } from '../scenario.scenarios';
import { asking, content, existence, onward, protect } from '../tale.scenarios';
import { inWords } from './code-words.scenarios';
import type { EdgeScenarios } from './edge-scenarios.scenarios';
import { eachOf } from './edge-scenarios.scenarios';

/** Immediate protection, access, purpose, necessity, identity: where each row begins and ends. */
export const GATE_EDGES: EdgeScenarios = {
  LEFT_OUT: [
    scenario(
      'immediate protection does not wait to learn of a bar, and leaves nothing out for want of it',
      protect().where({ bar: 'unknown' }),
      permitted('IMMEDIATE_PROTECTION').owing('RECEIPT', 'NEXT_DAY_REVIEW', 'TELL_HOLDER').by('R-PROT-01'),
    ),
  ],
  BREAK_GLASS: [
    scenario(
      'break-glass is not what permits: the agreement still does',
      content().where({ access: 'break_glass' }),
      permitted('BREAK_GLASS').owing('BREAK_GLASS_NOTICE').by('R-AGR-01b'),
    ),
  ],
  FACT_UNKNOWN: [
    ...eachOf(['purpose', 'subjectKind', 'relation', 'release', 'detriment', 'objects', 'dispute', 'pr'], (fact) =>
      scenario(
        `nobody can say ${inWords(fact)}: a review`,
        content().where({ [fact]: 'unknown' }),
        reviewed('M', 'FACT_UNKNOWN').by('R-GATE-02'),
      ),
    ),
    ...eachOf(['13_15', '16_17'], (kind) =>
      scenario(
        `nobody can say whether a young person of ${inWords(kind)} objects: a review`,
        content().about(kind).where({ objects: 'unknown' }),
        reviewed('M', 'FACT_UNKNOWN'),
      ),
    ),
    scenario(
      'what an adult of the household objects to is not asked',
      content().about('adult').where({ relation: 'household', objects: 'unknown', dispute: 'unknown', pr: 'unknown' }),
      permitted(),
    ),
    scenario(
      'at section 47 nobody waits to learn of a dispute or of parental responsibility',
      content().at('s47').where({ dispute: 'unknown', pr: 'unknown' }),
      permitted(),
    ),
    scenario(
      'parental responsibility is needed only where somebody gave consent by it',
      asking().consent('not_sought', 'NS_HARM').where({ pr: 'unknown' }),
      permitted('NOT_SOUGHT_GROUND').owing('INFORM_PARENT'),
    ),
    scenario(
      'asking needs no fact of an item that is not there yet',
      asking().where({ bar: 'unknown', release: 'unknown', detriment: 'unknown' }),
      permitted(),
    ),
  ],
  TEXT_DIFFERS: [
    scenario(
      'a text that differs was refused before the duty too',
      asking().where({ text: 'differs' }).beforeTheDuty(),
      denied('TEXT_DIFFERS').by('R-PUR-01a'),
    ),
  ],
  TEXT_REPEATS: [
    scenario(
      'a text that repeats an item was refused before the duty too',
      asking().where({ text: 'repeats' }).beforeTheDuty(),
      denied('TEXT_REPEATS').by('N-PUR-05'),
    ),
  ],
  ABOVE_THRESHOLD: [
    ...eachOf(['none', 'eh'], (threshold) =>
      scenario(
        `a section 47 purpose at threshold ${inWords(threshold)} is refused`,
        content().at(threshold).for('S47'),
        denied('ABOVE_THRESHOLD').by('R-PUR-01b'),
      ),
    ),
    scenario(
      'a section 17 purpose with no threshold is refused',
      content().at('none').for('S17'),
      denied('ABOVE_THRESHOLD').by('R-PUR-01b'),
    ),
    scenario(
      'a section 17 purpose at section 17 is truthful',
      content().for('S17'),
      permitted('CONSENT_GIVEN').by('R-AGR-01b'),
    ),
    scenario('a section 47 purpose at section 47 is truthful', content().at('s47'), permitted().by('R-AGR-01b')),
  ],
  PURPOSE_OUTSIDE: [
    ...eachOf(['LITIGATION', 'PUBLICITY'], (purpose) =>
      scenario(
        `${purpose.toLowerCase()} gets neither yes nor no`,
        content().at('s47').for(purpose),
        denied('PURPOSE_OUTSIDE').absent().owing('TO_IG').by('R-PUR-02'),
      ),
    ),
    scenario(
      'an outsider gets neither, whatever safeguarding purpose is named',
      onward().at('s47').to('outsider', 'outside'),
      denied('PURPOSE_OUTSIDE').absent().owing('TO_IG').by('R-PUR-02'),
    ),
  ],
  IG_NO_CONTENT: [
    scenario(
      'information governance may learn that a body knows the family',
      existence().at('s47').to('ig'),
      permitted('EXISTENCE_ONLY'),
    ),
  ],
  NOT_RELEVANT: [
    scenario(
      'relevance is asked of an item, not of a question',
      asking().where({ relevance: 'irrelevant' }),
      permitted(),
    ),
  ],
  OLD_OR_SPENT: [scenario('nor is a question old', asking().where({ relevance: 'old' }), permitted())],
  PRIVATE_BODY: [
    scenario(
      'a private body that already has the question may be shown an item',
      content().at('s47').to('agency', 'private'),
      permitted(),
    ),
    scenario(
      'a private body nobody needs is refused, and no manager is asked as well',
      asking('private').at('s47').where({ need: 'no' }),
      denied('NOT_NECESSARY'),
    ),
  ],
  PERSON_UNCONFIRMED: [
    scenario(
      'asking about somebody who is only possibly this child is refused',
      asking().where({ identity: 'possible' }),
      denied('PERSON_UNCONFIRMED').owing('CONFIRM_NOW').by('R-ID-01b'),
    ),
    scenario(
      'outside the hub it is refused whatever the mode, and the holder is not asked as well',
      content().to('team_sc').where({ identity: 'possible' }),
      denied('PERSON_UNCONFIRMED').absent().owing('CONFIRM_NOW').by('R-ID-01b'),
    ),
    scenario(
      'an item shown in the hub is asked about once',
      content().where({ identity: 'possible' }),
      reviewed('H', 'PERSON_UNCONFIRMED').owing('CONFIRM_NOW').answersTo('R-ID-01a'),
    ),
    scenario(
      '"we know them" about somebody who is only possibly this child waits for the holder, where the rule book is silent',
      existence().where({ identity: 'possible' }),
      reviewed('H', 'PERSON_UNCONFIRMED', 'EXISTENCE_ONLY').owing('CONFIRM_NOW').by('N-ID-01'),
    ),
  ],
};
