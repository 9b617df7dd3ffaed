import type { EnquiryView } from '@mash/contracts';
import type { DecisionView } from './newest-decision';

export type Told = EnquiryView['feedback'][number];

/** What has become of the letter to the referrer; `withheld`: it is recorded why there is none. */
export type LetterState =
  | { readonly is: 'refused' | 'held' | 'withheld' | 'on_its_way' }
  | { readonly is: 'overtaken'; readonly by: string }
  | { readonly is: 'delivered'; readonly at: string };

const OVERTAKEN_BY: Readonly<Record<NonNullable<Told['overtaken']>, string>> = {
  decided_again: 'it was decided again',
  told_otherwise: 'something else was written or recorded instead',
};

export function letterState({ refused, held, overtaken, extent, acknowledgedAt }: Told): LetterState {
  if (refused === true) return { is: 'refused' };
  if (overtaken !== undefined) return { is: 'overtaken', by: OVERTAKEN_BY[overtaken] };
  if (held === true) return { is: 'held' };
  if (extent === 'withheld') return { is: 'withheld' };
  return acknowledgedAt === undefined ? { is: 'on_its_way' } : { is: 'delivered', at: acknowledgedAt };
}

/** It never goes, and tells nobody. */
export function isStopped(told: Told): boolean {
  const { is } = letterState(told);
  return is === 'refused' || is === 'overtaken';
}

/** What the referrer is told of the newest decision: a letter, also one that waits, or that it is recorded why none. Undefined where they are still to be told. */
export const toldOf = (
  { decidedAt }: Pick<DecisionView, 'decidedAt'>,
  { feedback }: Pick<EnquiryView, 'feedback'>,
): Told | undefined => feedback.find((told) => told.sentAt >= decidedAt && !isStopped(told));
