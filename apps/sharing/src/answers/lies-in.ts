import type { Opened } from '../releases/envelope-opener';
import type { AcceptedPart } from './checked-answer.repository';
import { partsUnread } from './unread-answers';

/** Where an item lies, as statements name it. */
export interface Place {
  readonly envelopeId?: string;
  readonly requestId: string;
}

/**
 * The answer that an item lies in. Of one that no answer which can be read has, every answer about its person that is not there any more as it was: it may
 * lie in any of them, and whoever deletes one must not bring back what was recalled with it.
 */
export function liesIn(
  accepted: readonly AcceptedPart[],
  opened: readonly Opened[],
): (item: { readonly itemId: string; readonly personId: string }) => readonly Place[] {
  const read = opened.flatMap((one) => (one.kind === 'answer' ? one : []));
  const places = new Map(
    read.flatMap(({ envelopeId, ids: { requestId }, facts }) =>
      facts.items.map(({ itemId }) => [itemId, [{ envelopeId, requestId }]] as const),
    ),
  );
  const lost = partsUnread(accepted, opened);
  const placeOf = ({ envelopeId, requestId }: AcceptedPart): Place => ({
    requestId,
    ...(envelopeId !== null && { envelopeId }),
  });
  return ({ itemId, personId: about }) =>
    places.get(itemId) ?? lost.filter(({ personId }) => personId === null || personId === about).map(placeOf);
}
