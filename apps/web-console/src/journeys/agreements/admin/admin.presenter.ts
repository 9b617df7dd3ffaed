import type { Agencies, AgreementView, ReleaserWarning } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import { DESK_WORDS } from '../../../presenters/releaser-words';
import { isUnsafe, standingWords } from '../shared/standing';

/** "Which agreement, pack, deputy or leaver is unsafe today?" As far as this platform knows: agreements, and who answers. */
export interface AdminView {
  readonly heading: string;
  readonly unsafe: readonly { readonly title: string; readonly standing: string }[];
  readonly desks: readonly { readonly title: string; readonly standing: string }[];
  readonly counts: string;
}

export function adminView(
  agreements: readonly AgreementView[],
  agencies: Agencies['agencies'],
  warnings: readonly ReleaserWarning[] = [],
): AdminView {
  const current = agreements.filter(({ state }) => state !== 'superseded');
  const count = new Set(current.map(({ agreementId }) => agreementId)).size;
  const unsafe = current.filter(isUnsafe);
  const agreementWords =
    unsafe.length === 0
      ? 'No agreement is unsafe today'
      : `${unsafe.length} ${unsafe.length === 1 ? 'agreement is' : 'agreements are'} unsafe today`;
  const atDesks = new Set(warnings.map(({ agencyId }) => agencyId)).size;
  const deskWords =
    atDesks === 0 ? '' : `, ${atDesks} ${atDesks === 1 ? 'agency lacks' : 'agencies lack'} somebody to answer`;
  return {
    heading: `${agreementWords}${deskWords}`,
    unsafe: unsafe.map((one) => ({ title: one.title, standing: standingWords(one) })),
    desks: warnings.map(({ agencyId, desk, sentence }) => ({
      title: `${agencyWords(agencyId)}. ${DESK_WORDS[desk]}`,
      standing: sentence,
    })),
    counts: `${count} ${count === 1 ? 'agreement' : 'agreements'}, ${agencies.length} bodies in the register`,
  };
}
