import { permitted, reviewed } from '../expected.scenarios';
import { scenario } from '../scenario.scenarios';
import { content, existence, onward } from '../tale.scenarios';
import type { EdgeScenarios } from './edge-scenarios.scenarios';
import { eachOf } from './edge-scenarios.scenarios';

const courtPapers = onward().at('s47').where({ bar: 'court' });
const noStanding = onward().at('s47').where({ standingRelease: 'no' });

/** Named bars, the holder's condition, release: where each row begins and ends. */
export const HOLDER_EDGES: EdgeScenarios = {
  BAR_COURT_EXEMPT: [
    ...eachOf(['team_sc', 'police'], (audience) =>
      scenario(
        `court papers go to ${audience === 'police' ? 'the police' : 'social care'} at section 47 under their notice`,
        courtPapers.to(audience),
        permitted('BAR_COURT_EXEMPT').owing('COURT_NOTICE').by('R-AGR-01b'),
      ),
    ),
  ],
  HUB_ONLY: [
    ...eachOf(['hub_manager', 'hub_holder'], (audience) =>
      scenario(
        `a hub-only item is shown to ${audience === 'hub_manager' ? 'the hub manager' : "the holder's own staff"}`,
        content().flagged('hub_only').to(audience),
        permitted('HUB_ONLY').by('R-AGR-01b'),
      ),
    ),
    scenario(
      'an unbound body is asked for in a joint discussion only: the hub itself needs no bound recipient',
      content().flagged('hub_only').unboundRecipient(),
      permitted('HUB_ONLY'),
    ),
    scenario(
      '"we know them" is not held back by hub-only',
      existence().to('team_sc').flagged('hub_only'),
      permitted('EXISTENCE_ONLY'),
    ),
  ],
  CONDITION_MET: [
    scenario(
      'it is the met condition that permits',
      content()
        .at('s47')
        .where({ handling: 'C', conditions: ['ROLES'], met: 'yes' }),
      permitted('CONDITION_MET').owing('SHOW_CONDITION').by('R-HOLD-02a'),
    ),
    scenario(
      'a condition that is met opens nothing outside the hub',
      onward()
        .at('s47')
        .where({ handling: 'C', conditions: ['NO_WRITE'], met: 'yes' }),
      reviewed('H', 'NOT_RELEASED').absent(),
    ),
    scenario(
      'without handling code C there is no condition to meet',
      content().at('s47').where({ handling: 'P', met: 'yes' }),
      permitted().by('R-AGR-01b'),
    ),
  ],
  CONDITION_EXCLUDES: [
    scenario(
      'a recipient on the list waits for the release all the same',
      onward()
        .at('s47')
        .where({ handling: 'C', conditions: ['NAMED'], inList: 'yes' }),
      reviewed('H', 'NOT_RELEASED').absent().by('R-HOLD-03b'),
    ),
    scenario(
      'an old grading has no list that could exclude anybody',
      onward()
        .at('s47')
        .where({ handling: 'unmapped', conditions: ['NAMED'] }),
      reviewed('H', 'NOT_RELEASED').absent().by('R-HOLD-03b'),
    ),
  ],
  NOT_RELEASED: [
    scenario(
      'an ordinary item shown to a team outside is no onward product: no release is asked for',
      content().at('s47').to('team_sc').where({ standingRelease: 'no' }),
      permitted().by('R-AGR-01b'),
    ),
    scenario(
      'a hub-only item shown outside the hub waits for its holder',
      content().at('s47').to('team_sc').flagged('hub_only'),
      reviewed('H', 'NOT_RELEASED').absent().by('R-HOLD-04a'),
    ),
    scenario(
      'handling code C is asked for once, by its own row',
      noStanding.where({ handling: 'C', conditions: ['NO_ACTION'] }).answeredYes('R-HOLD-03b', 'H'),
      permitted().by('R-AGR-01b'),
    ),
    ...[onward().at('s47'), content().at('s47').to('team_sc'), onward().at('s47').where({ handling: 'C' })].map(
      (tale, at) =>
        scenario(
          [
            'what nobody can tell whether it was released waits for its holder too, whatever the standing release',
            'and so does what is shown to a team outside the hub',
            'and so does handling code C',
          ][at] ?? '',
          tale.where({ release: 'unknown' }),
          reviewed(['M', 'H'], 'FACT_UNKNOWN', 'NOT_RELEASED').absent().by('R-GATE-02'),
        ),
    ),
    scenario(
      "a manager's yes alone opens nothing of which nobody can tell whether it was released",
      onward().at('s47').where({ release: 'unknown' }).answeredYes('R-GATE-02', 'M'),
      reviewed('H', 'NOT_RELEASED').absent().by('N-HOLD-04'),
    ),
    scenario(
      'once its holder has said yes as well it goes',
      onward().at('s47').where({ release: 'unknown' }).answeredYes('R-GATE-02', 'M').answeredYes('N-HOLD-04', 'H'),
      permitted().by('R-AGR-01b'),
    ),
    scenario(
      'within the hub a manager alone looks at it',
      content().at('s47').flagged('hub_only').where({ release: 'unknown' }),
      reviewed('M', 'FACT_UNKNOWN', 'HUB_ONLY').by('R-GATE-02'),
    ),
    scenario(
      'an unbound body in a joint discussion waits for the holder where it is hub-only',
      content()
        .at('s47')
        .to('rep_joint', 'voluntary')
        .unboundRecipient()
        .flagged('hub_only')
        .where({ release: 'unknown' }),
      reviewed(['M', 'H'], 'FACT_UNKNOWN', 'NOT_RELEASED').by('R-GATE-02'),
    ),
    scenario(
      'and where it is not, for the manager alone',
      content().at('s47').to('rep_joint', 'voluntary').unboundRecipient().where({ release: 'unknown' }),
      reviewed('M', 'FACT_UNKNOWN').by('R-GATE-02'),
    ),
    scenario(
      '"we know them" waits for no holder',
      existence().to('team_sc').where({ release: 'unknown' }),
      reviewed('M', 'FACT_UNKNOWN', 'EXISTENCE_ONLY').absent(),
    ),
    scenario(
      'what is released is not asked for again',
      noStanding.flagged('hub_only').released(),
      permitted('RELEASED_WORDING').leavingOut('WORDING_ONLY').by('R-AGR-01b'),
    ),
    scenario(
      'an unbound body in a joint discussion sees an item that is not hub-only',
      content().at('s47').to('rep_joint', 'voluntary').unboundRecipient(),
      permitted().by('R-AGR-01b'),
    ),
    scenario(
      'a condition that is met opens no hub-only item to an unbound body in a joint discussion',
      content()
        .at('s47')
        .to('rep_joint', 'voluntary')
        .unboundRecipient()
        .flagged('hub_only')
        .where({ handling: 'C', conditions: ['NO_WRITE'], met: 'yes' }),
      reviewed('H', 'CONDITION_MET', 'NOT_RELEASED').owing('SHOW_CONDITION').by('R-HOLD-04a'),
    ),
    scenario(
      'once released it sees the wording, under its condition',
      content()
        .at('s47')
        .to('rep_joint', 'voluntary')
        .unboundRecipient()
        .flagged('hub_only')
        .where({ handling: 'C', conditions: ['NO_WRITE'], met: 'yes' })
        .released(),
      permitted('CONDITION_MET', 'RELEASED_WORDING')
        .owing('SHOW_CONDITION')
        .leavingOut('WORDING_ONLY')
        .by('R-HOLD-02a'),
    ),
  ],
  STANDING_RELEASE: [
    scenario(
      'inside the hub nothing leaves, so no standing release is named',
      onward().at('s47').to('hub_manager'),
      permitted().by('R-AGR-01b'),
    ),
  ],
};
