import type { PersonKind, PersonRelation } from './codes';

/** A parent who takes no part, and whoever is only mentioned: asked about where somebody names a worry, and not decided on (rule row R-NEC-01). */
export const OUTSIDE_THE_WORRY: readonly PersonRelation[] = ['pr_uninvolved', 'third'];
const OF_CONCERN: readonly PersonRelation[] = ['concern', 'ap'];

interface OnRoster {
  readonly kind: PersonKind;
  readonly relation: PersonRelation;
}

/** A child, born or not, whom the worry is about. One who may have caused the harm is such a child too, and is said to be `ap`. */
export const isChildOfConcern = ({ kind, relation }: OnRoster): boolean =>
  kind !== 'adult' && OF_CONCERN.includes(relation);

/** A child, born or not, for whom the hub decides: of concern, of the household or involved, and not only mentioned. */
export const isChildOfTheWorry = ({ kind, relation }: OnRoster): boolean =>
  kind !== 'adult' && !OUTSIDE_THE_WORRY.includes(relation);
