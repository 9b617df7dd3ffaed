import type { HOLDER_REASONS } from '../reasons/reason-code';
import { denied, permitted, reviewed } from './expected.scenarios';
import type { Scenarios } from './scenario.scenarios';
import { scenario } from './scenario.scenarios';
import { content, existence, onward } from './tale.scenarios';

const overrideTasks = ['TELL_HOLDER', 'OVERRIDE_REVIEW'] as const;
const policeItem = content().heldBy('police').at('s47');
const policeItemOut = onward().heldBy('police').at('s47');
const handledC = policeItem.where({ handling: 'C', conditions: ['ROLES'] });
const courtPapers = content().at('s47').where({ bar: 'court' });

/** Named bars, the holder's condition and release, source and detriment. */
export const HOLDER_SCENARIOS: Readonly<Record<(typeof HOLDER_REASONS)[number], Scenarios>> = {
  BAR_ADOPTION: [
    scenario(
      'adoption is absent even to the hub, and only the adoption agency can open it',
      content().where({ bar: 'adoption' }),
      reviewed('A', 'BAR_ADOPTION').absent(),
    ),
  ],
  BAR_GENDER: [
    scenario(
      'gender recognition is withheld from the hub until a lawyer has answered',
      content().where({ bar: 'gender' }),
      reviewed('L', 'BAR_GENDER'),
    ),
  ],
  BAR_OTHER: [
    scenario(
      'another bar is absent until a lawyer has answered',
      content().where({ bar: 'other' }),
      reviewed('L', 'BAR_OTHER').absent(),
    ),
    scenario(
      'no override reaches a bar',
      content().at('s47').where({ bar: 'other' }).overridden(['OV_LIFE'], 'BAR_OTHER'),
      reviewed('L', 'BAR_OTHER', 'OVERRIDDEN')
        .absent()
        .owing(...overrideTasks),
    ),
  ],
  BAR_COURT_EXEMPT: [
    scenario(
      'court papers open for the hub manager at section 47, under their notice',
      courtPapers.to('hub_manager'),
      permitted('BAR_COURT_EXEMPT').owing('COURT_NOTICE'),
    ),
  ],
  BAR_COURT: [
    scenario('but not for an analyst', courtPapers, reviewed('L', 'BAR_COURT').absent()),
    scenario('nor below section 47', courtPapers.at('s17').to('hub_manager'), reviewed('L', 'BAR_COURT').absent()),
    scenario(
      'nor as "we know them"',
      existence().at('s47').to('hub_manager').where({ bar: 'court' }),
      reviewed('L', 'BAR_COURT', 'EXISTENCE_ONLY').absent(),
    ),
  ],
  CONFIDENCE_SEXUAL: [
    scenario(
      'sexual health is kept in strict confidence below section 47',
      content().about('13_15').special().where({ bar: 'sexual_health' }),
      reviewed('H', 'CONFIDENCE_SEXUAL').absent(),
    ),
    scenario(
      'but not at section 47',
      content().at('s47').about('13_15').special().where({ bar: 'sexual_health' }),
      permitted(),
    ),
    scenario(
      'nor where a child under 13 is concerned',
      content().special().where({ bar: 'sexual_health', sign: 'u13_sexual' }),
      permitted('UNDER_13').owing('STRATEGY_CONSIDERED'),
    ),
  ],
  HUB_ONLY: [
    scenario('a hub-only item is shown in the hub', content().flagged('hub_only'), permitted('HUB_ONLY')),
    scenario(
      'and to a bound body in the joint discussion',
      content().flagged('hub_only').to('rep_joint', 'education'),
      permitted('HUB_ONLY'),
    ),
  ],
  CONDITION_MET: [
    scenario(
      'handling code C is shown to a viewer who meets its condition',
      handledC.where({ met: 'yes' }),
      permitted('CONDITION_MET').owing('SHOW_CONDITION'),
    ),
    scenario(
      'an override that names it leaves the agreement to permit',
      handledC.where({ met: 'yes' }).overridden(['OV_LIFE'], 'CONDITION_MET'),
      permitted('OVERRIDDEN').owing('SHOW_CONDITION', ...overrideTasks),
    ),
  ],
  CONDITION_NOT_MET: [
    scenario('and asked of the holder for one who does not', handledC, reviewed('H', 'CONDITION_NOT_MET')),
    scenario(
      'an old 5x5x5 grading is asked of the holder',
      policeItem.where({ handling: 'unmapped' }),
      reviewed('H', 'CONDITION_NOT_MET'),
    ),
    scenario('handling code P adds nothing', policeItem.where({ handling: 'P' }), permitted()),
    scenario(
      'a holder who does not answer while a life is at stake is overridden, for this item',
      handledC.overridden(['OV_SILENT', 'OV_LIFE'], 'CONDITION_NOT_MET'),
      permitted('OVERRIDDEN').owing(...overrideTasks),
    ),
  ],
  CONDITION_EXCLUDES: [
    scenario(
      'a recipient who is not on the list of the condition is refused',
      policeItemOut.where({ handling: 'C', conditions: ['NAMED'] }),
      denied('CONDITION_EXCLUDES').absent().owing('REQUEST_WORDING'),
    ),
    scenario(
      'an override of the condition opens it where a death could come first',
      policeItemOut.where({ handling: 'C', conditions: ['ROLES'] }).overridden(['OV_LIFE'], 'CONDITION_EXCLUDES'),
      permitted('OVERRIDDEN').owing('REQUEST_WORDING', ...overrideTasks),
    ),
  ],
  NOT_RELEASED: [
    scenario(
      'a code C item leaves the hub only with the release of its holder',
      policeItemOut.where({ handling: 'C', conditions: ['NO_WRITE'] }),
      reviewed('H', 'NOT_RELEASED').absent().by('R-HOLD-03b'),
    ),
    scenario(
      'a hub-only item does not leave on a standing release',
      onward().flagged('hub_only'),
      reviewed('H', 'NOT_RELEASED').absent().by('R-HOLD-04a'),
    ),
    scenario(
      'without a standing release every item is asked for',
      onward().where({ standingRelease: 'no' }),
      reviewed('H', 'NOT_RELEASED').absent(),
    ),
    scenario(
      'an unbound body in the joint discussion waits for the holder of a hub-only item',
      content().flagged('hub_only').to('rep_joint', 'voluntary').unboundRecipient(),
      reviewed('H', 'NOT_RELEASED').by('R-HOLD-04a'),
    ),
    scenario(
      "the holder's yes opens it",
      onward().where({ standingRelease: 'no' }).answeredYes('R-HOLD-04a', 'H'),
      permitted(),
    ),
    scenario(
      'an override opens an unreleased code C item',
      policeItemOut.where({ handling: 'unmapped' }).overridden(['OV_LIFE'], 'NOT_RELEASED'),
      permitted('OVERRIDDEN').owing(...overrideTasks),
    ),
    scenario(
      'an override opens an item that nobody released',
      onward().at('s47').where({ standingRelease: 'no' }).overridden(['OV_HARM'], 'NOT_RELEASED'),
      permitted('OVERRIDDEN').owing(...overrideTasks),
    ),
  ],
  STANDING_RELEASE: [
    scenario('a standing release lets ordinary items go onward', onward(), permitted('STANDING_RELEASE')),
    scenario(
      'an override that names it takes the reason away and nothing else',
      onward().at('s47').overridden(['OV_LIFE'], 'STANDING_RELEASE'),
      permitted('OVERRIDDEN').owing(...overrideTasks),
    ),
  ],
  HOLDER_REFUSED: [
    scenario(
      'a refused release is a refusal',
      onward().where({ release: 'refused' }),
      denied('HOLDER_REFUSED').absent(),
    ),
    scenario(
      'which an override strikes where significant harm is likely',
      onward().at('s47').where({ release: 'refused' }).overridden(['OV_HARM'], 'HOLDER_REFUSED'),
      permitted('OVERRIDDEN').owing(...overrideTasks),
    ),
  ],
  RELEASED_WORDING: [
    scenario(
      'a released item goes in the released wording only',
      policeItemOut.where({ handling: 'C', conditions: ['NAMED'] }).released(),
      permitted('RELEASED_WORDING').leavingOut('WORDING_ONLY'),
    ),
  ],
  MAY_IDENTIFY_SOURCE: [
    scenario(
      'what may identify a source waits for wording',
      policeItem.flagged('source_risk'),
      reviewed('H', 'MAY_IDENTIFY_SOURCE').owing('REQUEST_WORDING'),
    ),
    scenario('and goes once the holder has sanitised it', policeItem.flagged('source_risk', 'sanitised'), permitted()),
    scenario("the holder's own staff see it", policeItem.flagged('source_risk').to('hub_holder'), permitted()),
  ],
  DETRIMENT_RECORDED: [
    scenario(
      'a recorded detriment is a refusal between bound bodies too',
      content().where({ detriment: 'recorded' }),
      denied('DETRIMENT_RECORDED').owing('TRY_OTHER_ROUTE', 'DETRIMENT_REVIEW'),
    ),
    scenario(
      'and was before the duty began',
      content().where({ detriment: 'recorded' }).beforeTheDuty(),
      denied('DETRIMENT_RECORDED').owing('TRY_OTHER_ROUTE', 'DETRIMENT_REVIEW'),
    ),
  ],
  DETRIMENT_CHALLENGED: [
    scenario(
      'a detriment without author, reason or date is challenged',
      content().where({ detriment: 'claimed' }),
      reviewed('S', 'DETRIMENT_CHALLENGED'),
    ),
    scenario(
      'none is inferred from flags',
      content().flagged('hub_only', 'do_not_alert', 'not_family', 'unsafe_tell'),
      permitted('HUB_ONLY', 'UNSAFE_TO_TELL').owing('NOT_TELL_PARENT', 'CARRY_DO_NOT_ALERT'),
    ),
  ],
};
