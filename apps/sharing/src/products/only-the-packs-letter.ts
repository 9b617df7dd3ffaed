import type { MakeOutwardProduct } from '@mash/contracts';
import { CodedError } from '@mash/service-host';
import { isLetterOf, loadPack } from '@mash/threshold-packs';
import type { Admitted } from '../releases/release-gate';

/**
 * A member of the public is told that it was looked at, and nothing else (rule row R-FB-01b, ACK_ONLY): in the words of the pack that the enquiry
 * is pinned to, and with nobody named.
 * @throws CodedError SHARING.ONLY_THE_PACKS_LETTER (422)
 */
export function onlyThePacksLetter({ audience, words, people }: MakeOutwardProduct, { facts }: Admitted): void {
  if (audience !== 'referrer_public') return;
  const { id, version } = facts.decision.pack;
  const pack = loadPack(id, version);
  const isPacks = (['receipt_only', 'acknowledgement'] as const).some((kind) => isLetterOf(pack, kind, words));
  if (isPacks && people.length === 0) return;
  throw new CodedError(
    'SHARING.ONLY_THE_PACKS_LETTER',
    422,
    "A member of the public is told in the partnership's own standard words alone.",
    [{ field: 'words', code: 'only_the_packs_letter', message: 'These are not the words of the standard receipt' }],
  );
}
