import type { Option } from '../../../forms/field-view';
import type { ItemFlag } from '@mash/sealing';

export const KINDS = ['fact', 'opinion'] as const;
export const KIND_OPTIONS: readonly Option<(typeof KINDS)[number]>[] = [
  { value: 'fact', text: 'Fact' },
  { value: 'opinion', text: 'Opinion' },
];

export const HANDLINGS = ['none', 'P', 'C'] as const;
export const HANDLING_OPTIONS: readonly Option<(typeof HANDLINGS)[number]>[] = [
  { value: 'none', text: 'No handling code' },
  { value: 'P', text: 'P: the hub may use it' },
  { value: 'C', text: 'C: only under a condition' },
];

export const CONDITIONS = ['ROLES', 'NAMED', 'NO_WRITE', 'CALL_FIRST', 'NO_ACTION', 'UNTIL'] as const;
export const CONDITION_OPTIONS: readonly Option<(typeof CONDITIONS)[number]>[] = [
  { value: 'ROLES', text: 'Only these roles may see it' },
  { value: 'NAMED', text: 'Only these people of the hub may see it' },
  { value: 'NO_WRITE', text: 'May be read, not written down elsewhere' },
  { value: 'CALL_FIRST', text: 'Ring us before it is used' },
  { value: 'NO_ACTION', text: 'No action may be taken on it' },
  { value: 'UNTIL', text: 'Until a date' },
];

export const CONDITION_ROLES = ['mash-manager', 'mash-analyst', 'police-liaison', 'social-care-manager'] as const;
export const CONDITION_ROLE_OPTIONS: readonly Option<(typeof CONDITION_ROLES)[number]>[] = [
  { value: 'mash-manager', text: 'Hub managers' },
  { value: 'mash-analyst', text: 'Hub analysts' },
  { value: 'police-liaison', text: 'Police liaison' },
  { value: 'social-care-manager', text: 'Social care managers' },
];

/** As many as the condition NAMED holds. */
export const MOST_NAMED = 20;
export const NOBODY_NAMEABLE = 'The people of the hub cannot be had at the moment. Add the item again in a minute';
export const NOBODY_NEW_NAMEABLE =
  'The people of the hub cannot be had at the moment, so nobody new can be ticked. Save what you wrote, and open the page again in a minute';
export const NOT_ALL_NAMEABLE =
  'Somebody whom you ticked cannot be told at the moment. Add the item again in a minute, or take their tick away';

/** What an item of the answer shows of its condition. */
export const CONDITION_SHORT: Readonly<Record<(typeof CONDITIONS)[number], string>> = {
  ROLES: 'only for the roles ticked',
  NAMED: 'only for the people ticked',
  NO_WRITE: 'not to be written down',
  CALL_FIRST: 'ring us first',
  NO_ACTION: 'no action on it',
  UNTIL: 'until a date',
};

/** The flags that an officer may set. `sanitised` is not among them: it follows from a sanitised wording. */
export const FLAGS = [
  'hub_only',
  'source_risk',
  'do_not_alert',
  'unsafe_tell',
  'not_family',
  'not_referrer',
  'protected_address',
  'protected_school',
  'protected_surgery',
] as const satisfies readonly ItemFlag[];
const FLAG_WORDS: Readonly<Record<(typeof FLAGS)[number], string>> = {
  hub_only: 'Hub only',
  source_risk: 'May identify a source',
  do_not_alert: 'Do not alert anybody to it',
  unsafe_tell: 'Telling the family is not safe',
  not_family: 'Not for the family',
  not_referrer: 'Not for the referrer',
  protected_address: 'Gives away a protected address',
  protected_school: 'Gives away a protected school',
  protected_surgery: 'Gives away a protected surgery',
};
export const FLAG_OPTIONS: readonly Option[] = FLAGS.map((value) => ({ value, text: FLAG_WORDS[value] }));
export const flagWords = (flag: ItemFlag): string =>
  flag === 'sanitised' ? 'Sanitised wording given' : FLAG_WORDS[flag];

export const THIRDS = ['none', 'personal', 'special'] as const;
export const THIRD_OPTIONS: readonly Option<(typeof THIRDS)[number]>[] = [
  { value: 'none', text: 'Nobody else' },
  { value: 'personal', text: 'Somebody else is named or told of' },
  { value: 'special', text: "Somebody else's health, offences or the like" },
];

export const BARS = ['none', 'adoption', 'gender', 'court', 'sexual_health', 'other'] as const;
/** Nobody's silence is read as "none": adoption, gender recognition and court papers stand on this answer (R-GATE-02). */
export const BAR_MISSING = 'Say whether a law limits who may know it: "None" is an answer';
export const BAR_OPTIONS: readonly Option<(typeof BARS)[number]>[] = [
  { value: 'none', text: 'None' },
  { value: 'adoption', text: 'Adoption' },
  { value: 'gender', text: 'Gender recognition' },
  { value: 'court', text: 'Family court proceedings' },
  { value: 'sexual_health', text: 'Sexual health' },
  { value: 'other', text: 'Another bar' },
];

/** 3x5x2, as the police grade what they hold. */
export const GRADE_SOURCES = ['1', '2', '3'] as const;
export const GRADE_SOURCE_OPTIONS: readonly Option<(typeof GRADE_SOURCES)[number]>[] = [
  { value: '1', text: '1: reliable' },
  { value: '2', text: '2: untested' },
  { value: '3', text: '3: not reliable' },
];
export const GRADE_ASSESSMENTS = ['A', 'B', 'C', 'D', 'E'] as const;
export const GRADE_ASSESSMENT_OPTIONS: readonly Option<(typeof GRADE_ASSESSMENTS)[number]>[] = [
  { value: 'A', text: 'A: known directly' },
  { value: 'B', text: 'B: known indirectly, corroborated' },
  { value: 'C', text: 'C: known indirectly' },
  { value: 'D', text: 'D: not known' },
  { value: 'E', text: 'E: suspected to be false' },
];
