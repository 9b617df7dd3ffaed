import { denied, permitted, reviewed } from '../expected.scenarios';
import { scenario } from '../scenario.scenarios';
import { asking, content, existence, onward } from '../tale.scenarios';
import { inWords } from './code-words.scenarios';
import type { EdgeScenarios } from './edge-scenarios.scenarios';
import { eachOf } from './edge-scenarios.scenarios';

const encompass = onward().at('s47').for('ENCOMPASS').heldBy('police');
const feedback = onward().at('s47').for('FEEDBACK');
const otherCouncil = asking('council_other').agreed('none');
const refusalTasks = ['RISK_AGAIN', 'TELL_OUTCOME'] as const;

/** What sort of body it is, other councils, Encompass, feedback and subject access: where each row begins and ends. */
export const BODY_EDGES: EdgeScenarios = {
  ASKING_TELLS: [
    ...eachOf(['voluntary', 'childcare', 'housing'], (kind) =>
      scenario(
        `asking an unbound ${kind} body tells it that there is a worry`,
        asking(kind).unboundRecipient().consent('refused'),
        reviewed('M', 'CONSENT_REFUSED', 'ASKING_TELLS')
          .owing(...refusalTasks)
          .answersTo('R-CONS-02', 'R-BODY-01'),
      ),
    ),
    scenario(
      'so does "we know them", said to one',
      existence().to('agency', 'voluntary').unboundRecipient().consent('refused'),
      reviewed('M', 'CONSENT_REFUSED', 'EXISTENCE_ONLY', 'ASKING_TELLS')
        .absent()
        .owing(...refusalTasks),
    ),
    scenario(
      'an item shown to one is no question',
      content().to('agency', 'voluntary').unboundRecipient().consent('refused'),
      reviewed('M', 'CONSENT_REFUSED')
        .absent()
        .owing(...refusalTasks),
    ),
    scenario(
      'a bound nursery may be asked',
      asking('childcare').consent('refused'),
      reviewed('M', 'CONSENT_REFUSED').owing(...refusalTasks),
    ),
    scenario(
      'an unbound body of another kind is not asked about by this row',
      asking('provider').unboundRecipient().consent('refused'),
      reviewed('M', 'CONSENT_REFUSED').owing(...refusalTasks),
    ),
    scenario(
      'at section 47 a charity may be asked',
      asking('voluntary').unboundRecipient().at('s47').consent('refused'),
      permitted(),
    ),
    scenario('with consent a charity may be asked', asking('voluntary').unboundRecipient(), permitted()),
  ],
  RLI_ANSWER: [
    ...eachOf(['childcare', 'housing', 'provider', 'voluntary', 'private', 'outside'], (kind) =>
      scenario(
        `an unbound ${kind} body answers a stated task on recognised legitimate interests`,
        content().at('s47').heldBy(kind).unboundHolder().where({ statesTask: 'yes' }),
        permitted('RLI_ANSWER').on('RLI').by('R-AGR-01b'),
      ),
    ),
    ...eachOf(['childcare', 'housing', 'provider', 'voluntary', 'private', 'outside'], (kind) =>
      scenario(
        `that it knows somebody, an unbound ${kind} body says on them too`,
        existence().at('s47').heldBy(kind).unboundHolder().where({ statesTask: 'yes' }),
        permitted('EXISTENCE_ONLY', 'RLI_ANSWER').on('RLI').by('R-AGR-01b'),
      ),
    ),
    scenario(
      'a council that says that it knows somebody never does',
      existence().at('s47').heldBy('council').unboundHolder().where({ statesTask: 'yes' }),
      permitted('EXISTENCE_ONLY').on('TASK s47'),
    ),
    scenario(
      'what an unbound nursery said leaves the hub on the task of the council',
      onward().at('s47').heldBy('childcare').unboundHolder().where({ statesTask: 'yes' }),
      permitted().on('TASK s47'),
    ),
    scenario(
      'a bound nursery that says that it knows somebody answers on the duty',
      existence().at('s47').heldBy('childcare').where({ statesTask: 'yes' }),
      permitted('EXISTENCE_ONLY').on('TASK s47', 'DUTY'),
    ),
    ...eachOf(['council', 'council_other', 'police', 'health', 'education', 'probation', 'youth_justice'], (kind) =>
      scenario(
        `a ${inWords(kind)} body never does, bound or not`,
        content().at('s47').heldBy(kind).unboundHolder().where({ statesTask: 'yes' }),
        permitted().on('TASK s47'),
      ),
    ),
    scenario(
      'a bound nursery answers on the duty',
      content().at('s47').heldBy('childcare').where({ statesTask: 'yes' }),
      permitted().on('TASK s47', 'DUTY'),
    ),
  ],
  CROSS_BORDER: [
    scenario(
      "another council's answer about its own child needs none either",
      content().heldBy('council_other').agreed('none').where({ crossBorder: 'yes' }),
      permitted('CROSS_BORDER').owing('AGR_GAP', 'TELL_HOME_COUNCIL').by('R-XB-01'),
    ),
    scenario(
      'at section 47 too',
      otherCouncil.at('s47').where({ crossBorder: 'yes' }),
      permitted('CROSS_BORDER').owing('AGR_GAP', 'TELL_HOME_COUNCIL').by('R-XB-01'),
    ),
    scenario(
      'with an unbound body across the border the missing agreement is not asked about twice',
      otherCouncil.unboundRecipient().where({ crossBorder: 'yes' }),
      permitted('CROSS_BORDER').owing('AGR_GAP', 'TELL_HOME_COUNCIL').by('R-XB-01'),
    ),
    scenario(
      'what alone is not covered is named, and stops nothing',
      otherCouncil.where({ crossBorder: 'yes', uncovered: 'category' }),
      permitted('CROSS_BORDER', 'CATEGORY_NOT_COVERED').owing('AGR_GAP', 'TELL_HOME_COUNCIL'),
    ),
    scenario(
      'so is the purpose',
      otherCouncil.where({ crossBorder: 'yes', uncovered: 'purpose' }),
      permitted('CROSS_BORDER', 'PURPOSE_NOT_COVERED').owing('AGR_GAP', 'TELL_HOME_COUNCIL'),
    ),
    scenario(
      'below section 17 the gap is for a manager',
      otherCouncil.at('eh').where({ crossBorder: 'yes' }),
      reviewed('M', 'AGREEMENT_GAP').owing('AGR_GAP').by('R-AGR-03'),
    ),
    scenario(
      'so it is where nobody says that the matter crosses a border',
      otherCouncil,
      reviewed('M', 'AGREEMENT_GAP').owing('AGR_GAP').by('R-AGR-03'),
    ),
    scenario(
      'and where no council beyond the border takes part',
      content().agreed('none').where({ crossBorder: 'yes' }),
      reviewed('M', 'AGREEMENT_GAP').owing('AGR_GAP').by('R-AGR-03'),
    ),
    scenario(
      'a lapsed agreement across the border is a gap as anywhere',
      asking('council_other').agreed('expired').where({ crossBorder: 'yes' }),
      reviewed('M', 'AGREEMENT_GAP').owing('AGR_GAP').by('R-AGR-03'),
    ),
  ],
  OUTSIDE_ENGLAND: [
    scenario(
      'so is an answer from one',
      content().at('s47').heldBy('council_abroad'),
      reviewed(['M', 'L'], 'OUTSIDE_ENGLAND').by('R-XB-02'),
    ),
  ],
  ENCOMPASS: [
    ...eachOf(['13_15', '16_17'], (kind) =>
      scenario(
        `the school lead is told of a child of ${inWords(kind)} as well`,
        encompass.about(kind).to('agency', 'education').where({ encompassRole: 'school_lead' }),
        permitted('ENCOMPASS').owing('BEFORE_SCHOOL').by('R-ENC-01'),
      ),
    ),
    ...eachOf(['unborn', 'adult'], (kind) =>
      scenario(
        `of ${kind === 'adult' ? 'an adult' : 'an unborn child'} the section says nothing`,
        encompass
          .about(kind)
          .to('agency', 'education')
          .where({ encompassRole: 'school_lead', relation: 'household', sibling: 'yes' }),
        kind === 'adult' ? permitted().by('R-AGR-01b') : permitted('VIA_SIBLING').by('R-AGR-01b'),
      ),
    ),
    scenario(
      'for another purpose the same two people share by the ordinary rules',
      onward().at('s47').heldBy('police').to('agency', 'education').where({ encompassRole: 'school_lead' }),
      permitted().by('R-AGR-01b'),
    ),
    scenario(
      'only the police tell by this section',
      encompass.heldBy('health').to('agency', 'education').where({ encompassRole: 'school_lead' }),
      permitted().by('R-AGR-01b'),
    ),
    scenario(
      'only the named lead of the school is told',
      encompass.to('agency', 'education'),
      permitted().by('R-AGR-01b'),
    ),
    scenario(
      'a school lead in a body that is no school is not',
      encompass.to('agency', 'health').where({ encompassRole: 'school_lead' }),
      permitted().by('R-AGR-01b'),
    ),
    scenario(
      'only the council officer for children taught at home is told at the council',
      encompass.to('team_sc'),
      permitted().by('R-AGR-01b'),
    ),
    scenario(
      'and no such officer elsewhere',
      encompass.to('agency', 'education').where({ encompassRole: 'home_educated_officer' }),
      permitted().by('R-AGR-01b'),
    ),
  ],
  ENCOMPASS_OUTSIDE: [
    scenario(
      'a nursery is told anything else by the ordinary rules',
      onward().at('s47').heldBy('police').to('agency', 'childcare'),
      permitted().by('R-AGR-01b'),
    ),
    scenario(
      'an unbound body that is no nursery is not met by this row',
      encompass.to('agency', 'voluntary').unboundRecipient(),
      permitted().by('R-AGR-01b'),
    ),
    scenario(
      'an unbound nursery was for a manager before the duty by a row of its own',
      encompass.to('agency', 'childcare').unboundRecipient().beforeTheDuty(),
      reviewed('M', 'ENCOMPASS_OUTSIDE').absent().by('R-ENC-02b'),
    ),
    scenario(
      "a bound nursery's row is one row",
      encompass.to('agency', 'childcare'),
      permitted('ENCOMPASS_OUTSIDE').by('R-ENC-02a'),
    ),
  ],
  ACK_ONLY: [
    scenario(
      'a member of the public who asks for something else is decided by the ordinary rules',
      onward().at('s47').to('referrer_public', 'outside'),
      permitted().by('R-AGR-01b'),
    ),
  ],
  FEEDBACK_DENIED: [
    ...eachOf(['acts_for_ap', 'linked_ap'], (side) =>
      scenario(
        `nor does a member of the public who ${side === 'acts_for_ap' ? 'acts for' : 'is close to'} the alleged perpetrator`,
        feedback.to('referrer_public', 'outside').where({ side }),
        denied('FEEDBACK_DENIED').absent().by('R-FB-02'),
      ),
    ),
  ],
  SUBJECT_ACCESS: [
    scenario(
      'a parent asks for the child as the child may',
      onward().for('SAR').to('parent', 'outside').unboundRecipient().agreed('none').consent('refused'),
      reviewed(['IG', 'H'], 'SUBJECT_ACCESS').absent().owing('SERIOUS_HARM_CHECK').leavingOut('OTHER_PEOPLE'),
    ),
    scenario(
      'nobody else gets a record by subject access',
      onward().at('s47').for('SAR').to('agency', 'health'),
      permitted().by('R-AGR-01b'),
    ),
  ],
};
