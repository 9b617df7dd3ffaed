import type { Sealed } from '@mash/contracts';
import { readEnvelopeHeader, SealRefusal, type EnvelopeHeader } from '@mash/sealing';
import { CodedError } from '@mash/service-host';

interface RowIds {
  readonly enquiryId: string;
  readonly partnershipId: string;
  /** The id of the row, where the caller names it; otherwise the envelope's own id becomes the row's. */
  readonly id?: string;
}

/** What it must have been sealed as. A note is of one author: in another's name it would never open, and what it is the reason of would stand without. */
type SealedAs = { readonly typ: 'note'; readonly authorId: string } | { readonly typ: 'decision' | 'outward' };

const mismatch = () =>
  new CodedError('SEAL.HEADER_MISMATCH', 422, 'The envelope is not sealed for this record: seal it again for it.');

function headerOf(sealed: Sealed): EnvelopeHeader {
  try {
    return readEnvelopeHeader(sealed.envelope);
  } catch (error) {
    if (error instanceof SealRefusal) throw new CodedError(error.code, 422, 'This is not a sealed envelope of ours.');
    throw error;
  }
}

const ownId = (header: EnvelopeHeader): string | undefined => {
  if (header.typ === 'decision') return header.decisionId;
  if (header.typ === 'outward') return header.productId;
  return header.typ === 'note' ? header.noteId : undefined;
};

/**
 * Checks that the reason for breaking a glass was sealed as that, under this id, by whoever breaks it. It names no enquiry: the answer is the same
 * whatever enquiry it is for.
 * @throws CodedError SEAL.MALFORMED, SEAL.HEADER_MISMATCH
 */
export function checkGlassReason(sealed: Sealed, its: { glassId: string; partnershipId: string; id: string }): void {
  const header = headerOf(sealed);
  const agrees =
    header.typ === 'glass' &&
    header.kid === sealed.kid &&
    header.partnershipId === its.partnershipId &&
    header.glassId === its.glassId &&
    header.authorId === its.id;
  if (!agrees) throw mismatch();
}

/**
 * The id under which an envelope was sealed (the header must agree with the row it lies in: docs/security/sealing.md). Reasons, rationale
 * and notices carry it in their header, so that the row takes the same one. Whether its author signed it is seen where it is opened.
 * @throws CodedError SEAL.MALFORMED, SEAL.HEADER_MISMATCH
 */
export function sealedId(sealed: Sealed, row: RowIds, as: SealedAs): string {
  const header = headerOf(sealed);
  const id = ownId(header);
  const agrees =
    header.typ === as.typ &&
    (as.typ !== 'note' || ('authorId' in header && header.authorId === as.authorId)) &&
    header.kid === sealed.kid &&
    header.partnershipId === row.partnershipId &&
    'enquiryId' in header &&
    header.enquiryId === row.enquiryId &&
    (row.id === undefined || row.id === id);
  if (!agrees || id === undefined) throw mismatch();
  return id;
}
