import { denied, permitted, reviewed } from '../expected.scenarios';
import { scenario } from '../scenario.scenarios';
import { asking, content, existence, onward } from '../tale.scenarios';
import { inWords } from './code-words.scenarios';
import type { EdgeScenarios } from './edge-scenarios.scenarios';
import { eachOf } from './edge-scenarios.scenarios';

const places = ['PLACE', 'AREA', 'SCHOOL', 'SURGERY'] as const;
const letter = onward().for('INFORM').to('parent').released();

/** What names give away, who must not learn what, and other people: where each row begins and ends. */
export const AUDIENCE_EDGES: EdgeScenarios = {
  EXISTENCE_ONLY: [
    scenario('it is the agreement that permits it', existence(), permitted('EXISTENCE_ONLY').by('R-AGR-01b')),
  ],
  EXISTENCE_IS_CONTENT: [
    ...eachOf(['addiction', 'sexual_health', 'camhs', 'refuge', 'forensic', 'adoption'], (name) =>
      scenario(
        `the very question to a body whose name gives away ${inWords(name)} is special-category data`,
        asking().at('s47').where({ toReveals: name }),
        permitted('EXISTENCE_IS_CONTENT')
          .leavingOut('COUNT_ONLY')
          .on('TASK s47', 'DUTY', 'SPEC para_6')
          .by('R-AGR-01b'),
      ),
    ),
    scenario(
      'a question from a body with such a name gives away nothing about the child',
      asking().at('s47').where({ fromReveals: 'camhs' }),
      permitted().on('TASK s47', 'DUTY'),
    ),
    scenario(
      'nor does "we know them" to a body with such a name',
      existence().at('s47').where({ toReveals: 'camhs' }),
      permitted('EXISTENCE_ONLY'),
    ),
    scenario(
      'an item of such a body is decided by its own class',
      content().at('s47').where({ fromReveals: 'addiction' }),
      permitted().on('TASK s47', 'DUTY'),
    ),
  ],
  PROTECTED_PLACE: [
    ...eachOf(['address', 'school', 'surgery'], (place) =>
      scenario(
        `a protected ${place} takes the other places with it, and the rest goes by the agreement`,
        onward()
          .at('s47')
          .where({ protectedPlaces: [place] }),
        permitted('PROTECTED_PLACE')
          .leavingOut(...places)
          .by('R-AGR-01b'),
      ),
    ),
  ],
  PROTECTED_FROM_AP: [
    scenario(
      'an item about the alleged perpetrator may be shown in the hub with the place left out, and no more',
      content()
        .about('adult')
        .where({ relation: 'ap', protectedPlaces: ['address'] }),
      permitted('PROTECTED_PLACE').leavingOut(...places),
    ),
    scenario(
      'a question about the victim carries the victim, to named staff',
      asking().where({ protectedPlaces: ['address'], access: 'named' }),
      permitted(),
    ),
    scenario(
      'kin of the alleged perpetrator learn nothing of the victim',
      onward()
        .at('s47')
        .where({ protectedPlaces: ['address'], side: 'linked_ap' }),
      permitted('PROTECTED_PLACE', 'PROTECTED_FROM_AP')
        .leavingOut(...places, 'VICTIM_IDENTIFIERS')
        .by('R-AGR-01b'),
    ),
    scenario(
      'it is the named access that shows the place, not the side that hides it again',
      onward()
        .at('s47')
        .where({ protectedPlaces: ['address'], side: 'linked_ap', access: 'named' }),
      permitted('PROTECTED_FROM_AP')
        .leavingOut(...places, 'VICTIM_IDENTIFIERS')
        .by('R-AGR-01b'),
    ),
  ],
  UNSAFE_TO_TELL: [
    scenario(
      'that a parent is unsafe to tell is not what permits',
      content().at('s47').flagged('unsafe_tell'),
      permitted('UNSAFE_TO_TELL').owing('NOT_TELL_PARENT').by('R-AGR-01b'),
    ),
  ],
  DO_NOT_ALERT: [
    ...eachOf(['subject', 'referrer_public', 'referrer_anon'], (audience) =>
      scenario(
        `no word to ${inWords(audience)} while the holder says do not alert`,
        onward().at('s47').to(audience, 'outside').flagged('do_not_alert'),
        reviewed('H', 'DO_NOT_ALERT').absent().owing('HOLD_TELLING').by('R-SAFE-04a'),
      ),
    ),
    scenario(
      'the warning travels and is not what permits',
      onward().at('s47').flagged('do_not_alert'),
      permitted().owing('CARRY_DO_NOT_ALERT').by('R-AGR-01b'),
    ),
    scenario(
      'once the holder clears it the letter goes, and what was held stays owed',
      letter.flagged('do_not_alert').answeredYes('R-SAFE-04a', 'H'),
      permitted('RELEASED_WORDING', 'INFORM').owing('HOLD_TELLING').leavingOut('WORDING_ONLY'),
    ),
  ],
  NOT_FOR_AUDIENCE: [
    scenario(
      'what is not for the family does not go to the parent',
      onward().at('s47').to('parent').flagged('not_family'),
      denied('NOT_FOR_AUDIENCE').absent().by('R-SAFE-05'),
    ),
    scenario(
      'what is not for the referrer goes to a team',
      onward().at('s47').flagged('not_referrer', 'not_family'),
      permitted(),
    ),
  ],
  INFORM: [
    scenario(
      'nobody but the parent is informed by that right',
      onward().for('INFORM').to('team_sc').consent('refused').released(),
      reviewed('M', 'RELEASED_WORDING', 'CONSENT_REFUSED')
        .absent()
        .owing('RISK_AGAIN', 'TELL_OUTCOME')
        .leavingOut('WORDING_ONLY'),
    ),
  ],
  THIRD_PARTY_REDACTED: [
    ...eachOf(['personal', 'special'], (thirds) =>
      scenario(
        `what is ${thirds} to another person is cut out and is not what permits`,
        content().at('s47').where({ thirds }),
        permitted('THIRD_PARTY_REDACTED')
          .leavingOut(thirds === 'personal' ? 'THIRD_PARTY' : 'THIRD_PARTY_PASSAGE')
          .by('R-AGR-01b'),
      ),
    ),
  ],
};
