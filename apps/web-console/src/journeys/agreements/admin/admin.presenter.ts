import type { Agencies, AgreementView } from '@mash/contracts';
import { isUnsafe, standingWords } from '../shared/standing';

/** "Which agreement, pack, deputy or leaver is unsafe today?" As far as this platform knows: the agreements. */
export interface AdminView {
  readonly heading: string;
  readonly unsafe: readonly { readonly title: string; readonly standing: string }[];
  readonly counts: string;
}

export function adminView(agreements: readonly AgreementView[], agencies: Agencies['agencies']): AdminView {
  const current = agreements.filter(({ state }) => state !== 'superseded');
  const unsafe = current.filter(isUnsafe);
  const heading =
    unsafe.length === 0
      ? 'No agreement is unsafe today'
      : `${unsafe.length} ${unsafe.length === 1 ? 'agreement is' : 'agreements are'} unsafe today`;
  return {
    heading,
    unsafe: unsafe.map((one) => ({ title: one.title, standing: standingWords(one) })),
    counts: `${current.length} ${current.length === 1 ? 'agreement' : 'agreements'}, ${agencies.length} bodies in the register`,
  };
}
