import type { DecisionFacts } from '@mash/contracts';
import { textFacts } from '../../stated-task';
import type { GATE_REASONS } from '../reasons/reason-code';
import { denied, permitted, reviewed } from './expected.scenarios';
import type { Scenarios } from './scenario.scenarios';
import { scenario } from './scenario.scenarios';
import { asking, content, existence, onward, protect } from './tale.scenarios';

const protecting = ['RECEIPT', 'NEXT_DAY_REVIEW', 'TELL_HOLDER'] as const;

/** A text of these words, for the safety of a child from domestic abuse, as it is read where this threshold was judged. */
const saying = (words: string, judged: DecisionFacts['threshold']) =>
  textFacts({ purpose: 'DA', text: 'same', words }, judged);

/** Immediate protection, access, purpose, necessity, identity. */
export const GATE_SCENARIOS: Readonly<Record<(typeof GATE_REASONS)[number], Scenarios>> = {
  IMMEDIATE_PROTECTION: [
    scenario(
      'immediate protection is told to social care though a fact is unknown and the holder refused',
      protect().to('team_sc').where({ threshold: 'unknown', release: 'refused', access: 'none', need: 'no' }),
      permitted('IMMEDIATE_PROTECTION').owing(...protecting),
    ),
    scenario(
      'a charity may tell the police of immediate danger on vital interests alone',
      protect().heldBy('voluntary').unboundHolder(),
      permitted('IMMEDIATE_PROTECTION')
        .owing(...protecting)
        .on('VITAL', 'PUBLIC'),
    ),
  ],
  LEFT_OUT: [
    scenario(
      'immediate protection leaves a barred item out',
      protect().where({ bar: 'adoption' }),
      permitted('IMMEDIATE_PROTECTION', 'LEFT_OUT')
        .owing(...protecting)
        .leavingOut('LEFT_OUT_ITEM'),
    ),
    scenario(
      'immediate protection leaves out what may identify a source',
      protect().flagged('source_risk'),
      permitted('IMMEDIATE_PROTECTION', 'LEFT_OUT')
        .owing(...protecting)
        .leavingOut('LEFT_OUT_ITEM'),
    ),
    scenario(
      'but not if the sender says that it is the danger itself',
      protect().flagged('source_risk').where({ isTheDanger: 'yes' }),
      permitted('IMMEDIATE_PROTECTION').owing(...protecting),
    ),
  ],
  NO_ACCESS: [
    scenario(
      'someone who is not on the enquiry is not even told that there is something',
      content().where({ access: 'none' }),
      denied('NO_ACCESS').absent().by('R-GATE-01a'),
    ),
    scenario(
      'nor is someone with a conflict of interest, though they ask themselves',
      asking().where({ access: 'conflict' }),
      denied('NO_ACCESS').absent(),
    ),
  ],
  BREAK_GLASS: [
    scenario(
      'break-glass opens, and information governance is told at once',
      content().where({ access: 'break_glass' }),
      permitted('BREAK_GLASS').owing('BREAK_GLASS_NOTICE'),
    ),
  ],
  FACT_UNKNOWN: [
    scenario(
      'a threshold nobody can supply is a review, never a refusal',
      content().at('s47').where({ threshold: 'unknown' }),
      reviewed('M', 'FACT_UNKNOWN'),
    ),
    scenario(
      'so is a consent nobody can supply, below section 47',
      content().consent('unknown'),
      reviewed('M', 'FACT_UNKNOWN'),
    ),
    scenario('but not at section 47', content().at('s47').consent('unknown'), permitted()),
    scenario(
      'a bar that nobody has answered for is a review',
      onward().at('s47').where({ bar: 'unknown' }),
      reviewed('M', 'FACT_UNKNOWN').absent(),
    ),
    scenario(
      'Encompass does not wait to learn of a consent that it never asks for',
      content()
        .for('ENCOMPASS')
        .heldBy('police')
        .to('agency', 'education')
        .consent('unknown')
        .where({ encompassRole: 'school_lead' }),
      permitted('ENCOMPASS').owing('BEFORE_SCHOOL'),
    ),
  ],
  TEXT_DIFFERS: [
    scenario(
      'a text that is not the one recorded with the purpose is refused',
      asking().where({ text: 'differs' }),
      denied('TEXT_DIFFERS').by('R-PUR-01a'),
    ),
    scenario(
      'a text that speaks of section 47 while section 17 was judged is refused, whatever its purpose, as in AB v Haringey',
      asking().at('s17').for('DA').where(saying('We make enquiries under section 47.', 's17')),
      denied('TEXT_DIFFERS').by('R-PUR-01a'),
    ),
    scenario(
      'one that speaks of significant harm is refused there too, also to say that it is not suspected',
      asking().at('s17').for('DA').where(saying('Nobody suspects significant harm.', 's17')),
      denied('TEXT_DIFFERS').by('R-PUR-01a'),
    ),
    scenario(
      'in words that say what was judged, and what was not, it goes',
      asking()
        .at('s17')
        .for('DA')
        .where(saying('We assess a need under section 17; section 47 has not been judged to be met.', 's17')),
      permitted('CONSENT_GIVEN'),
    ),
  ],
  TEXT_REPEATS: [
    scenario(
      'a text that repeats what the agency asked may not read is refused',
      asking().where({ text: 'repeats' }),
      denied('TEXT_REPEATS').by('N-PUR-05'),
    ),
  ],
  ABOVE_THRESHOLD: [
    scenario(
      'a section 47 purpose at section 17 is refused, as in AB v Haringey',
      asking().for('S47'),
      denied('ABOVE_THRESHOLD'),
    ),
    scenario(
      'and was before 30 September 2026',
      asking().for('S47').beforeTheDuty(),
      denied('ABOVE_THRESHOLD').by('R-PUR-01b'),
    ),
    scenario('a strategy purpose needs section 47 too', asking().for('STRATEGY'), denied('ABOVE_THRESHOLD')),
    scenario('a section 17 purpose at early help is refused', asking().at('eh').for('S17'), denied('ABOVE_THRESHOLD')),
  ],
  PURPOSE_OUTSIDE: [
    scenario(
      'immigration gets neither yes nor no, and information governance has the question',
      content().at('s47').for('IMMIGRATION'),
      denied('PURPOSE_OUTSIDE').absent().owing('TO_IG'),
    ),
    scenario(
      'an outsider gets neither yes nor no',
      onward().to('outsider', 'outside').for('LITIGATION'),
      denied('PURPOSE_OUTSIDE').absent().owing('TO_IG'),
    ),
  ],
  PURPOSE_CHANGED: [
    scenario(
      'education to the police as evidence is for holder and information governance',
      onward().at('s47').for('EVIDENCE').heldBy('education').to('police'),
      reviewed(['H', 'IG'], 'PURPOSE_CHANGED').absent().owing('TO_IG'),
    ),
    scenario(
      'one yes is not enough',
      onward().at('s47').for('EVIDENCE').to('police').answeredYes('R-PUR-03', 'H'),
      reviewed('IG', 'PURPOSE_CHANGED').absent().owing('TO_IG'),
    ),
    scenario(
      'with both it goes, and the obligation stays',
      onward().at('s47').for('EVIDENCE').to('police').answeredYes('R-PUR-03', 'H', 'IG'),
      permitted().owing('TO_IG'),
    ),
    scenario(
      'education to the police for protection is ordinary',
      onward().at('s47').heldBy('education').to('police'),
      permitted(),
    ),
  ],
  IG_NO_CONTENT: [
    scenario(
      'information governance learns that there is an item, not what it says',
      content().at('s47').to('ig'),
      denied('IG_NO_CONTENT').by('R-PUR-04'),
    ),
  ],
  NOT_NECESSARY: [
    scenario(
      'a far-away parent nobody worries about is not asked about',
      asking().about('adult').where({ relation: 'pr_uninvolved', need: 'no' }),
      denied('NOT_NECESSARY').by('R-NEC-01a'),
    ),
  ],
  NOT_RELEVANT: [
    scenario(
      'what the holder finds irrelevant stays shut',
      content().where({ relevance: 'irrelevant' }),
      denied('NOT_RELEVANT').by('R-NEC-01b'),
    ),
  ],
  NECESSITY_UNCLEAR: [
    scenario(
      'a manager looks where nobody has named the worry',
      asking().where({ need: 'unclear' }),
      reviewed('M', 'NECESSITY_UNCLEAR').by('R-NEC-02'),
    ),
  ],
  OLD_OR_SPENT: [
    scenario(
      'a spent conviction is for the holder to judge',
      content().heldBy('police').where({ relevance: 'old', dataClass: 'criminal' }),
      reviewed('H', 'OLD_OR_SPENT'),
    ),
    scenario(
      'a manager may override it where a death could come first',
      content().at('s47').where({ relevance: 'old' }).overridden(['OV_LIFE'], 'OLD_OR_SPENT'),
      permitted('OVERRIDDEN').owing('TELL_HOLDER', 'OVERRIDE_REVIEW'),
    ),
  ],
  REQUEST_TOO_WIDE: [
    scenario(
      'a whole record is never asked for',
      asking().where({ width: 'whole_record' }),
      denied('REQUEST_TOO_WIDE').owing('RESEND_NARROW'),
    ),
  ],
  PRIVATE_BODY: [
    scenario(
      'a manager decides whether a private body may learn that we ask',
      asking('private').unboundRecipient().at('s47'),
      reviewed('M', 'PRIVATE_BODY'),
    ),
  ],
  PERSON_UNCONFIRMED: [
    scenario(
      'in the hub the holder confirms who it is first',
      content().where({ identity: 'possible' }),
      reviewed('H', 'PERSON_UNCONFIRMED').owing('CONFIRM_NOW').by('R-ID-01a'),
    ),
    scenario(
      'outside the hub it is refused',
      onward().where({ identity: 'possible' }),
      denied('PERSON_UNCONFIRMED').absent().owing('CONFIRM_NOW').by('R-ID-01b'),
    ),
  ],
  WRONG_PERSON: [
    scenario(
      'an item about the wrong person is recalled, and the 72 hours run',
      content().where({ identity: 'wrong' }),
      denied('WRONG_PERSON').absent().owing('RECALL', 'BREACH_72H'),
    ),
    scenario(
      'an answer "we know them" about the wrong person too',
      existence().where({ identity: 'wrong' }),
      denied('WRONG_PERSON', 'EXISTENCE_ONLY').absent().owing('RECALL', 'BREACH_72H'),
    ),
  ],
};
