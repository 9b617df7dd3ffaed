import type { NotSeekingGround } from '../facts/consent-facts';
import type { SiblingKind } from '../facts/subject-facts';
import type { Condition } from './condition';
import { all, any, flag, named, not, when } from './condition';

/** The words that the rule book uses again and again, each written down once. */
export const CONTENT_OR_ONWARD = named('content or onward', when('mode', 'content', 'onward'));
export const ASK_OR_EXISTENCE = named('ask or existence', when('mode', 'ask', 'existence'));

/** Both bodies are named by Children Act 2004 s16LA, in force or not. */
export const BOTH_BOUND = named('both bodies are bound', all(when('fromDuty', 'bound'), when('toDuty', 'bound')));

export const TO_HUB = named('to the hub', when('audience', 'hub_analyst', 'hub_manager', 'hub_holder', 'rep_joint'));
export const OUTSIDE_HUB = named('outside the hub', not(TO_HUB));
export const TO_REFERRER = named(
  'to the referrer',
  when('audience', 'referrer_pro', 'referrer_public', 'referrer_anon'),
);

export const BELOW_S47 = named('below section 47', when('threshold', 'none', 'eh', 's17'));
export const AT_S47 = named('at section 47', when('threshold', 's47'));
export const AT_LEAST_S17 = named('at section 17 or 47', when('threshold', 's17', 's47'));

export const NO_RELEASE = named('nothing released', when('release', 'none'));
export const C_OR_UNMAPPED = named('handling C or unmapped', when('handling', 'C', 'unmapped'));
export const SOURCE_AT_RISK = named(
  'may identify a source, not sanitised',
  all(flag('source_risk'), not(flag('sanitised'))),
);
export const IS_PROTECTED = named('a protected place', { anyProtectedPlace: true });

export const CHILD_RECORD = named("a child's record", when('subjectKind', 'unborn', 'u13', '13_15', '16_17'));
type Decides = Exclude<SiblingKind, 'none'>;
/** An unborn child is as old as the born sibling by whom it is decided (R-KIND-01b): it is that sibling's word that is read. */
export const DECIDED_AS = (...kinds: Decides[]): Condition =>
  any(when('subjectKind', ...kinds), all(when('subjectKind', 'unborn'), when('siblingKind', ...kinds)));

/** Who speaks for themselves (rule book section 1, "Voice"): a 16_17, unless found not competent, and a competent 13_15. */
export const COMPETENT_CHILD = named(
  'a young person who speaks for themselves',
  any(
    all(DECIDED_AS('16_17'), when('competence', 'yes', 'not_assessed')),
    all(DECIDED_AS('13_15'), when('competence', 'yes')),
  ),
);
export const OBJECTS_13_UP = named(
  'objects, 13 or over, not found incompetent',
  all(when('objects', 'yes'), DECIDED_AS('13_15', '16_17'), when('competence', 'yes', 'not_assessed')),
);

export const CONSENT_NOT_GIVEN = named(
  'consent not given',
  when('consent', 'refused', 'withdrawn', 'not_sought', 'unknown'),
);
/** A section 6 ground that counts: free text does not until a manager has accepted it. */
export const HAS_GROUND_CODES: readonly NotSeekingGround[] = [
  'NS_HARM',
  'NS_OTHER',
  'NS_CRIME',
  'NS_DELAY',
  'NS_CONTACT',
  'NS_CANNOT',
  'NS_TEXT_ACCEPTED',
];
export const HAS_GROUND = named('a ground for not seeking', when('ground', ...HAS_GROUND_CODES));

/** The responder's name gives a category away: the agency asked, or the holder who says "we know them". */
export const NAME_REVEALS = named(
  "the responder's name gives a category away",
  any(
    all(when('mode', 'ask'), not(when('toReveals', 'none'))),
    all(when('mode', 'existence'), not(when('fromReveals', 'none'))),
  ),
);

export const TO_HELP_TEAM = named('to an early help or other team', when('audience', 'team_eh', 'team_other'));
export const TO_HUB_TEAM_SC_POLICE = named(
  'to the hub, social care or police',
  any(TO_HUB, when('audience', 'team_sc', 'police')),
);
export const NOTHING_IN_FORCE = named('no agreement in force', when('agreement', 'not_started', 'expired', 'none'));
export const ABROAD = named(
  'a council outside England',
  any(when('fromKind', 'council_abroad'), when('toKind', 'council_abroad')),
);
/** What R-XB-01 takes over from R-AGR-03 and R-AGR-05. */
export const CROSS_BORDER_GAP = named(
  'across a council border at section 17 or 47, with no agreement',
  all(
    any(when('fromKind', 'council_other'), when('toKind', 'council_other')),
    when('crossBorder', 'yes'),
    AT_LEAST_S17,
    when('agreement', 'none'),
  ),
);
