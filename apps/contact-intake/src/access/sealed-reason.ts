import type { Sealed } from '@mash/contracts';
import { readEnvelopeHeader, SealRefusal } from '@mash/sealing';
import { IntakeRefusal } from '../domain/intake-refusal';

interface ReasonIds {
  readonly partnershipId: string;
  readonly enquiryId: string;
  readonly noteId: string;
  readonly authorId: string;
}

function headerOf(sealed: Sealed) {
  try {
    return readEnvelopeHeader(sealed.envelope);
  } catch (error) {
    if (error instanceof SealRefusal) return undefined;
    throw error;
  }
}

/** That a reason was sealed as a note for this row, by whoever brings it. The words stay unread. @throws IntakeRefusal SEAL.HEADER_MISMATCH */
export function requireSealedReason(sealed: Sealed, its: ReasonIds): void {
  const header = headerOf(sealed);
  const agrees =
    header?.typ === 'note' &&
    header.kid === sealed.kid &&
    header.version === 1 &&
    header.partnershipId === its.partnershipId &&
    header.enquiryId === its.enquiryId &&
    header.noteId === its.noteId &&
    header.authorId === its.authorId;
  if (agrees) return;
  const [code, message] = ['SEAL.HEADER_MISMATCH', 'The reason is not sealed for this: seal it again for it.'];
  throw new IntakeRefusal('invalid', code, message, [{ field: 'sealedReason', code, message }]);
}
