import type { EnquiryView } from '@mash/contracts';
import type { DecisionView } from './newest-decision';

export type Told = EnquiryView['feedback'][number];

/** What has become of the letter to the referrer; `withheld`: it is recorded why there is none. */
export type LetterState =
  | { readonly is: 'refused' | 'held' | 'withheld' | 'on_its_way' }
  | { readonly is: 'overtaken'; readonly by: string }
  | { readonly is: 'delivered'; readonly at: string; readonly by: ToldBy; readonly words: string };

type ToldBy = NonNullable<Told['toldBy']>;

/** That somebody is to ring them is not that they were told. */
const TOLD_BY: Readonly<Record<ToldBy, string>> = {
  email: 'The referrer was told',
  telephone_task: 'Somebody was asked to ring the referrer',
  none: 'Nothing was sent: the referrer asked not to hear back',
};

const OVERTAKEN_BY: Readonly<Record<NonNullable<Told['overtaken']>, string>> = {
  decided_again: 'it was decided again',
  told_otherwise: 'something else was written or recorded instead',
};

/** Of what was told before it was kept how, nobody knows more than that it went. */
export function letterState(told: Told): LetterState {
  const { refused, held, overtaken, extent, acknowledgedAt, toldBy: by = 'email' } = told;
  if (refused === true) return { is: 'refused' };
  if (overtaken !== undefined) return { is: 'overtaken', by: OVERTAKEN_BY[overtaken] };
  if (held === true) return { is: 'held' };
  if (extent === 'withheld') return { is: 'withheld' };
  if (acknowledgedAt === undefined) return { is: 'on_its_way' };
  return { is: 'delivered', at: acknowledgedAt, by, words: TOLD_BY[by] };
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
