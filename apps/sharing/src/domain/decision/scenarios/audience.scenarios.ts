import type { AUDIENCE_REASONS } from '../reasons/reason-code';
import { denied, permitted, reviewed } from './expected.scenarios';
import type { Scenarios } from './scenario.scenarios';
import { scenario } from './scenario.scenarios';
import { asking, content, existence, onward } from './tale.scenarios';

const overrideTasks = ['TELL_HOLDER', 'OVERRIDE_REVIEW'] as const;
const places = ['PLACE', 'AREA', 'SCHOOL', 'SURGERY'] as const;
const feedback = onward().for('FEEDBACK');
const encompass = onward().for('ENCOMPASS').heldBy('police').released();
const letter = onward().for('INFORM').to('parent').released();

/** What names give away, who must not learn what, other people, and special audiences. */
export const AUDIENCE_SCENARIOS: Readonly<Record<(typeof AUDIENCE_REASONS)[number], Scenarios>> = {
  EXISTENCE_ONLY: [
    scenario(
      '"we know them" is ordinary personal data though the record is a health record',
      existence().special().consent('not_sought'),
      permitted('NO_GROUND', 'EXISTENCE_ONLY').owing('INFORM_PARENT', 'REFERRER_DEFECT').on('TASK s17', 'DUTY'),
    ),
  ],
  EXISTENCE_IS_CONTENT: [
    scenario(
      '"we know them" from an addiction service is decided as special-category content',
      existence().consent('not_sought').where({ fromReveals: 'addiction' }),
      reviewed('M', 'NO_GROUND', 'EXISTENCE_IS_CONTENT')
        .owing('INFORM_PARENT', 'REFERRER_DEFECT')
        .leavingOut('COUNT_ONLY'),
    ),
    scenario(
      'so is the question to a refuge',
      asking('voluntary').at('s47').consent('not_sought', 'NS_DELAY').where({ toReveals: 'refuge' }),
      permitted('EXISTENCE_IS_CONTENT').leavingOut('COUNT_ONLY').on('TASK s47', 'DUTY', 'SPEC 18(b)'),
    ),
  ],
  PROTECTED_PLACE: [
    scenario(
      'a protected address takes school and surgery with it, everywhere',
      content().where({ protectedPlaces: ['address'] }),
      permitted('PROTECTED_PLACE').leavingOut(...places),
    ),
    scenario(
      'someone with named access sees it',
      content().where({ protectedPlaces: ['address'], access: 'named' }),
      permitted(),
    ),
  ],
  PROTECTED_FROM_AP: [
    scenario(
      'whoever acts for the alleged perpetrator learns nothing of the victim, whatever their access',
      onward()
        .at('s47')
        .where({ protectedPlaces: ['school'], side: 'acts_for_ap', access: 'named' }),
      permitted('PROTECTED_FROM_AP').leavingOut(...places, 'VICTIM_IDENTIFIERS'),
    ),
    scenario(
      'a question about the alleged perpetrator does not carry it either',
      asking('police')
        .at('s47')
        .about('adult')
        .where({ relation: 'ap', protectedPlaces: ['surgery'], access: 'named' }),
      permitted('PROTECTED_FROM_AP').leavingOut(...places, 'VICTIM_IDENTIFIERS'),
    ),
  ],
  UNSAFE_TO_TELL: [
    scenario(
      'an unsafe parent is not informed',
      letter.at('s47').for('INFORM').flagged('unsafe_tell'),
      denied('RELEASED_WORDING', 'UNSAFE_TO_TELL', 'INFORM')
        .absent()
        .owing('NOT_TELL_PARENT')
        .leavingOut('WORDING_ONLY'),
    ),
    scenario(
      'and the child is protected all the same',
      onward().at('s47').flagged('unsafe_tell'),
      permitted('UNSAFE_TO_TELL').owing('NOT_TELL_PARENT'),
    ),
  ],
  DO_NOT_ALERT: [
    scenario(
      'a letter to the parent waits until the holder clears it',
      letter.flagged('do_not_alert'),
      reviewed('H', 'RELEASED_WORDING', 'DO_NOT_ALERT', 'INFORM')
        .absent()
        .owing('HOLD_TELLING')
        .leavingOut('WORDING_ONLY'),
    ),
    scenario(
      'professionals get it with the warning',
      onward().at('s47').flagged('do_not_alert'),
      permitted().owing('CARRY_DO_NOT_ALERT'),
    ),
  ],
  NOT_FOR_AUDIENCE: [
    scenario(
      'what is not for the family does not go to the subject',
      onward().to('subject').flagged('not_family'),
      denied('NOT_FOR_AUDIENCE').absent(),
    ),
    scenario(
      'what is not for the referrer does not go to the referrer',
      feedback.to('referrer_pro').released().flagged('not_referrer'),
      denied('RELEASED_WORDING', 'NOT_FOR_AUDIENCE', 'FEEDBACK_LIMITED')
        .absent()
        .leavingOut('WORDING_ONLY', 'FEEDBACK_FIELDS_ONLY'),
    ),
    scenario(
      'but to the parent it does',
      letter.flagged('not_referrer'),
      permitted('RELEASED_WORDING', 'INFORM').leavingOut('WORDING_ONLY'),
    ),
  ],
  INFORM: [
    scenario(
      'a parent is informed about their own child though nothing is agreed',
      letter.consent('not_sought').agreed('none'),
      permitted('RELEASED_WORDING', 'INFORM').leavingOut('WORDING_ONLY').by('R-SAFE-06'),
    ),
  ],
  THIRD_PARTY_REDACTED: [
    scenario(
      'another person is left out and the rest goes',
      content().where({ thirds: 'personal' }),
      permitted('THIRD_PARTY_REDACTED').leavingOut('THIRD_PARTY'),
    ),
    scenario(
      "another person's health is left out with its passage",
      content().where({ thirds: 'special' }),
      permitted('THIRD_PARTY_REDACTED').leavingOut('THIRD_PARTY_PASSAGE'),
    ),
    scenario('the household is no third party', content().where({ relation: 'household' }), permitted()),
  ],
  REDACTION_DEFEATS: [
    scenario(
      'an item that redaction would make mislead is for its holder',
      content().where({ thirds: 'personal', redaction: 'defeats' }),
      reviewed('H', 'THIRD_PARTY_REDACTED', 'REDACTION_DEFEATS').leavingOut('THIRD_PARTY'),
    ),
    scenario(
      'an override opens it and gives no redaction back',
      content()
        .at('s47')
        .where({ thirds: 'personal', redaction: 'defeats' })
        .overridden(['OV_HARM'], 'REDACTION_DEFEATS', 'THIRD_PARTY_REDACTED'),
      permitted('THIRD_PARTY_REDACTED', 'OVERRIDDEN')
        .owing(...overrideTasks)
        .leavingOut('THIRD_PARTY'),
    ),
  ],
  ASKING_TELLS: [
    scenario(
      'asking a nursery below section 47 tells it, and is for a manager',
      asking('childcare').unboundRecipient().consent('not_sought', 'NS_HARM').beforeTheDuty(),
      reviewed('M', 'NOT_SOUGHT_GROUND', 'ASKING_TELLS').owing('INFORM_PARENT'),
    ),
    scenario(
      'with an exception in the agreement it is not',
      asking('childcare').unboundRecipient().agreed('exc_allow').consent('refused'),
      reviewed('M', 'CONSENT_REFUSED', 'AGREED_EXCEPTION').owing('RISK_AGAIN', 'TELL_OUTCOME'),
    ),
    scenario(
      'an override of the refusal alone leaves the question of who is told by asking',
      asking('voluntary').unboundRecipient().consent('refused').overridden(['OV_LIFE'], 'CONSENT_REFUSED'),
      reviewed('M', 'ASKING_TELLS', 'OVERRIDDEN').owing('RISK_AGAIN', 'TELL_OUTCOME', ...overrideTasks),
    ),
    scenario(
      'an override may strike it',
      asking('voluntary')
        .unboundRecipient()
        .consent('refused')
        .overridden(['OV_LIFE'], 'ASKING_TELLS', 'CONSENT_REFUSED'),
      permitted('OVERRIDDEN').owing('RISK_AGAIN', 'TELL_OUTCOME', ...overrideTasks),
    ),
  ],
  RLI_ANSWER: [
    scenario(
      'an unbound nursery answers a stated task on recognised legitimate interests',
      content().heldBy('childcare').unboundHolder().where({ statesTask: 'yes' }),
      permitted('RLI_ANSWER').on('RLI'),
    ),
    scenario(
      'before 5 February 2026 there was nothing of the kind to rest on',
      content().heldBy('childcare').unboundHolder().where({ statesTask: 'yes' }).on('2026-02-04T23:59:59Z'),
      reviewed('IG', 'RLI_ANSWER', 'NO_BASIS').on(),
    ),
    scenario(
      'an unbound nursery that says "not known" to a stated task rests on them too',
      existence().heldBy('childcare').unboundHolder().where({ statesTask: 'yes' }),
      permitted('EXISTENCE_ONLY', 'RLI_ANSWER').on('RLI'),
    ),
    scenario(
      'a council never uses it',
      content().heldBy('council').unboundHolder().where({ statesTask: 'yes' }),
      permitted().on('TASK s17'),
    ),
  ],
  CROSS_BORDER: [
    scenario(
      "another council's child needs no agreement from 30 September 2026",
      asking('council_other').agreed('none').where({ crossBorder: 'yes' }),
      permitted('CROSS_BORDER').owing('AGR_GAP', 'TELL_HOME_COUNCIL').by('R-XB-01'),
    ),
    scenario(
      'before that it is for a manager',
      asking('council_other').agreed('none').beforeTheDuty().where({ crossBorder: 'yes' }),
      reviewed('M', 'CROSS_BORDER').owing('AGR_GAP', 'TELL_HOME_COUNCIL').by('R-XB-01'),
    ),
  ],
  OUTSIDE_ENGLAND: [
    scenario(
      'a council outside England is for a manager and a lawyer',
      asking('council_abroad').at('s47'),
      reviewed(['M', 'L'], 'OUTSIDE_ENGLAND'),
    ),
    scenario(
      'and never rests on the duty',
      asking('council_abroad').at('s47').answeredYes('R-XB-02', 'M', 'L'),
      permitted().on('TASK s47'),
    ),
  ],
  ENCOMPASS: [
    scenario(
      'the police tell the school lead before school, with no consent and no agreement',
      encompass.to('agency', 'education').consent('not_sought').agreed('none').where({ encompassRole: 'school_lead' }),
      permitted('RELEASED_WORDING', 'ENCOMPASS')
        .owing('BEFORE_SCHOOL')
        .leavingOut('WORDING_ONLY')
        .on('TASK s17', 'ENC')
        .by('R-ENC-01'),
    ),
    scenario(
      'and the council officer of a child who is taught at home',
      content()
        .for('ENCOMPASS')
        .heldBy('police')
        .at('s47')
        .for('ENCOMPASS')
        .to('team_sc')
        .where({ encompassRole: 'home_educated_officer', fromS47List: 'yes' }),
      permitted('ENCOMPASS').owing('BEFORE_SCHOOL').on('TASK s47', 'ENC'),
    ),
    scenario(
      'the section was not cited before 7 November 2025',
      encompass.on('2025-11-06T23:59:59Z').to('agency', 'education').where({ encompassRole: 'school_lead' }),
      permitted('RELEASED_WORDING', 'ENCOMPASS').owing('BEFORE_SCHOOL').leavingOut('WORDING_ONLY').on('TASK s17'),
    ),
  ],
  ENCOMPASS_OUTSIDE: [
    scenario(
      'a bound nursery may be told from 30 September 2026',
      encompass.to('agency', 'childcare').agreed('none'),
      permitted('RELEASED_WORDING', 'ENCOMPASS_OUTSIDE').leavingOut('WORDING_ONLY').by('R-ENC-02a'),
    ),
    scenario(
      'before that a manager decides',
      encompass.to('agency', 'childcare').agreed('none').beforeTheDuty(),
      reviewed('M', 'RELEASED_WORDING', 'ENCOMPASS_OUTSIDE').absent().leavingOut('WORDING_ONLY').by('R-ENC-02a'),
    ),
    scenario(
      'as for an unbound nursery at any time',
      encompass.to('agency', 'childcare').unboundRecipient().agreed('none'),
      reviewed('M', 'RELEASED_WORDING', 'ENCOMPASS_OUTSIDE').absent().leavingOut('WORDING_ONLY').by('R-ENC-02b'),
    ),
  ],
  FEEDBACK_LIMITED: [
    scenario(
      'a professional referrer hears the outcome, their part and how to disagree',
      feedback.to('referrer_pro', 'education').consent('refused').agreed('none'),
      permitted('FEEDBACK_LIMITED').leavingOut('FEEDBACK_FIELDS_ONLY').by('R-FB-01a'),
    ),
  ],
  ACK_ONLY: [
    scenario(
      'a member of the public gets a receipt',
      feedback.to('referrer_public', 'outside').unboundRecipient().agreed('none'),
      permitted('ACK_ONLY').leavingOut('RECEIPT_ONLY').by('R-FB-01b'),
    ),
  ],
  FEEDBACK_DENIED: [
    scenario(
      'an anonymous referrer gets nothing',
      feedback.to('referrer_anon', 'outside').agreed('none').consent('refused'),
      denied('FEEDBACK_DENIED').absent(),
    ),
    scenario(
      'nor does a professional who is close to the alleged perpetrator',
      feedback.to('referrer_pro').where({ side: 'linked_ap' }),
      denied('FEEDBACK_DENIED').absent(),
    ),
  ],
  SUBJECT_ACCESS: [
    scenario(
      'a subject access request is for information governance and holder, without others',
      onward().for('SAR').to('subject', 'outside').unboundRecipient().agreed('none').consent('refused'),
      reviewed(['IG', 'H'], 'SUBJECT_ACCESS').absent().owing('SERIOUS_HARM_CHECK').leavingOut('OTHER_PEOPLE'),
    ),
    scenario(
      'it goes once both have said yes, still without others',
      onward().for('SAR').to('subject', 'outside').agreed('none').consent('refused').answeredYes('R-SAR-01', 'IG', 'H'),
      // the reason is struck with the row, so that nothing here can be left understood of a row marked *
      permitted('STANDING_RELEASE').owing('SERIOUS_HARM_CHECK').leavingOut('OTHER_PEOPLE').by('R-SAR-01'),
    ),
  ],
};
