import type { RecallAbout } from '@mash/contracts';
import { coversItemId, saidOfOthers, standing, type Identified } from './identity-of';
import type { IdentityStatement } from './identity-statement';

/** What nobody but the holder of an item can confirm: a match is the hub's. */
const OWN_KINDS: readonly RecallAbout['kind'][] = ['item', 'answer'];

const isOf = ({ about: { kind, id }, says }: IdentityStatement, thing: Identified): boolean =>
  kind === 'item'
    ? coversItemId(id, says, thing)
    : kind === 'answer' && (id === thing.envelopeId || id === thing.requestId);

/**
 * What the holder of an item would confirm so that it counts as being about this person (rule row R-ID-01): what somebody has doubted, or else the
 * answer that they sealed when they were not sure; and the item itself, where another that came under its id was of the wrong person. Undefined where there is nothing to confirm.
 */
export function toConfirm(
  statements: readonly IdentityStatement[],
  thing: Identified,
  sealedAs: 'confirmed' | 'possible',
): RecallAbout | undefined {
  const said = standing(statements).filter((one) => OWN_KINDS.includes(one.about.kind) && isOf(one, thing));
  const doubted = said.find(({ says }) => says === 'doubted');
  if (doubted !== undefined) return doubted.about;
  const own = said.some(({ about, says }) => says === 'wrong_person' && about.id === thing.itemId);
  if (!own && saidOfOthers(statements, thing).some(({ says }) => says === 'wrong_person'))
    return { kind: 'item', id: thing.itemId };
  const isSettled = said.some(({ says }) => says === 'confirmed' || says === 'wrong_person');
  return sealedAs === 'possible' && !isSettled ? { kind: 'answer', id: thing.envelopeId } : undefined;
}
