import { denied, permitted, reviewed } from './expected.scenarios';
import type { Scenario } from './scenario.scenarios';
import { scenario } from './scenario.scenarios';
import { asking, content, onward, protect } from './tale.scenarios';

const notSoughtByContact = asking().special().consent('not_sought', 'NS_CONTACT');
const noGround = asking('education').at('eh').consent('not_sought');
const drawnIntoAnAgreement = asking().agreed('expired').where({ need: 'unclear' });
const sixteen = content().about('16_17');
const recordedDetriment = onward().at('s47').where({ detriment: 'recorded' });

/** The fifteen worked examples of rule book section 7, in their order and with their own numbers. */
export const WORKED_EXAMPLES: readonly Scenario[] = [
  scenario(
    '1. special content to a hub analyst at section 17 with consent is shown',
    content().special().consent('given'),
    permitted('CONSENT_GIVEN').on('TASK s17', 'DUTY', 'SPEC para_6'),
  ),
  scenario(
    '2a. asking without consent but with a ground is a review in the last minute before the duty',
    notSoughtByContact.on('2026-09-29T22:59:00Z'),
    reviewed('M', 'NOT_SOUGHT_GROUND').owing('INFORM_PARENT').on(),
  ),
  scenario(
    '2b. and goes ahead in the first minute of the duty',
    notSoughtByContact.on('2026-09-29T23:00:00Z'),
    permitted('NOT_SOUGHT_GROUND').owing('INFORM_PARENT').on('TASK s17', 'DUTY', 'SPEC 18(b)'),
  ),
  scenario(
    '3a. asking for attendance with no consent and no ground goes ahead between bound bodies',
    noGround,
    permitted('NO_GROUND').on('TASK s10', 'DUTY').owing('INFORM_PARENT', 'REFERRER_DEFECT'),
  ),
  scenario(
    '3b. asking for speech therapy is a review',
    noGround.special(),
    reviewed('M', 'NO_GROUND').owing('INFORM_PARENT', 'REFERRER_DEFECT'),
  ),
  scenario(
    '4a. asking youth justice against a refusal is a review',
    asking('youth_justice').at('eh').consent('refused'),
    reviewed('M', 'CONSENT_REFUSED').owing('RISK_AGAIN', 'TELL_OUTCOME'),
  ),
  scenario(
    '4b. early help gets nothing against a refusal',
    onward().at('eh').to('team_eh').consent('refused'),
    denied('HELP_BY_AGREEMENT').absent().owing('RISK_AGAIN'),
  ),
  scenario(
    '5a. a 16 year old agrees where the father refuses',
    sixteen.where({ parentRefuses: 'yes' }),
    permitted('CHILD_AGREES', 'CONSENT_GIVEN').on('TASK s17', 'DUTY'),
  ),
  scenario(
    '5b. she objects to telling her mother, and her mother is not told',
    onward().about('16_17').whoObjects().for('INFORM').to('parent').released(),
    denied('RELEASED_WORDING', 'CHILD_OBJECTS_PARENT', 'INFORM').absent().owing('ASK_AGAIN').leavingOut('WORDING_ONLY'),
  ),
  scenario(
    '6. a joint discussion waits for the holder where a condition is not met and a source could be known',
    content()
      .at('s47')
      .to('rep_joint', 'education')
      .flagged('source_risk')
      .where({ handling: 'C', conditions: ['NAMED'] }),
    reviewed('H', 'CONDITION_NOT_MET', 'MAY_IDENTIFY_SOURCE').owing('REQUEST_WORDING'),
  ),
  scenario(
    '7. a team linked to the alleged perpetrator gets neither the item nor the place',
    onward()
      .at('s47')
      .to('team_other')
      .flagged('hub_only')
      .where({ side: 'linked_ap', protectedPlaces: ['address'] }),
    reviewed('H', 'NOT_RELEASED', 'PROTECTED_PLACE', 'PROTECTED_FROM_AP')
      .absent()
      .leavingOut('PLACE', 'AREA', 'SCHOOL', 'SURGERY', 'VICTIM_IDENTIFIERS'),
  ),
  scenario(
    '8a. a recorded detriment keeps it from the youth club',
    recordedDetriment.to('agency', 'voluntary').unboundRecipient(),
    denied('DETRIMENT_RECORDED').absent().owing('TRY_OTHER_ROUTE', 'DETRIMENT_REVIEW').by('R-DET-01'),
  ),
  scenario('8b. and not from social care', onward().at('s47'), permitted().on('TASK s47', 'DUTY')),
  scenario(
    '9a. an expired agreement between bound bodies is a review, and so is a need nobody can name',
    drawnIntoAnAgreement,
    reviewed('M', 'NECESSITY_UNCLEAR', 'CONSENT_GIVEN', 'AGREEMENT_GAP').owing('AGR_GAP'),
  ),
  scenario(
    '9b. in August 2026 it is a refusal',
    drawnIntoAnAgreement.beforeTheDuty(),
    denied('NECESSITY_UNCLEAR', 'CONSENT_GIVEN', 'AGREEMENT_GAP').owing('AGR_GAP').by('R-AGR-03'),
  ),
  scenario(
    '10. a church group answers a stated task on recognised legitimate interests',
    content()
      .at('s47')
      .heldBy('voluntary')
      .unboundHolder()
      .special()
      .consent('not_sought', 'NS_HARM')
      .agreed('exc_allow')
      .where({ statesTask: 'yes' }),
    permitted('RLI_ANSWER', 'AGREED_EXCEPTION').on('RLI', 'SPEC 18(c)'),
  ),
  scenario(
    '11. asking midwifery about an unborn child is decided by the born sibling',
    asking().at('s47').about('unborn').special().where({ sibling: 'yes' }),
    permitted('VIA_SIBLING').on('TASK s47', 'DUTY', 'SPEC para_6'),
  ),
  scenario(
    '12. feedback to the referrer waits while the holder says do not alert',
    onward().for('FEEDBACK').to('referrer_pro').flagged('do_not_alert').released(),
    reviewed('H', 'RELEASED_WORDING', 'DO_NOT_ALERT', 'FEEDBACK_LIMITED')
      .absent()
      .owing('HOLD_TELLING')
      .leavingOut('WORDING_ONLY', 'FEEDBACK_FIELDS_ONLY'),
  ),
  scenario(
    '13. an item about somebody who is only possibly this child does not leave the hub',
    onward().at('s47').where({ identity: 'possible' }),
    denied('PERSON_UNCONFIRMED').absent().owing('CONFIRM_NOW'),
  ),
  scenario(
    '14. immediate protection goes to the police whatever agreements and consent say',
    protect().agreed('stopped').consent('unknown'),
    permitted('IMMEDIATE_PROTECTION')
      .owing('RECEIPT', 'NEXT_DAY_REVIEW', 'TELL_HOLDER')
      .on('TASK own_function', 'DUTY', 'VITAL', 'PUBLIC'),
  ),
  scenario(
    '15. a manager overrides a refusal for this one item',
    content().consent('refused').confidential().overridden(['OV_WELFARE'], 'CONSENT_REFUSED'),
    permitted('OVERRIDDEN')
      .on('TASK s17', 'DUTY', 'PUBLIC')
      .owing('RISK_AGAIN', 'TELL_OUTCOME', 'TELL_HOLDER', 'OVERRIDE_REVIEW'),
  ),
];
