import type { EnvelopeToOpen } from '@mash/contracts';
import { EnvelopeIds, SealRefusal } from '@mash/sealing';
import type { EnquiryRow } from '../persistence/enquiry.repository';

/** Ids that each kind of envelope has beside partnership, version and, but for a concern, the enquiry. */
const OWN_IDS = {
  contact: [],
  caller: [],
  consent: ['noteId'],
  request: ['requestId', 'agencyId', 'personId'],
  answer: ['requestId', 'answerId', 'agencyId', 'personId'],
  decision: ['decisionId', 'personId'],
  review: ['reviewId'],
  note: ['noteId', 'authorId', 'personId'],
  outward: ['productId', 'agencyId', 'personId'],
} as const satisfies Record<EnvelopeToOpen['typ'], readonly (keyof EnvelopeToOpen)[]>;

/**
 * The ids that the header must hold for an envelope to open here: of the row it lies in, with partnership, enquiry and contact as this
 * service knows them and never as the caller says.
 * @throws SealRefusal SEAL.HEADER_MISMATCH where the row lacks an id of this kind
 */
export function expectedIds(row: EnvelopeToOpen, enquiry: EnquiryRow): EnvelopeIds {
  const { partnershipId, enquiryId, contactId } = enquiry;
  const isConcern = row.typ === 'contact' || row.typ === 'caller' || row.typ === 'consent';
  const own = OWN_IDS[row.typ].flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]] as const]));
  const ids = EnvelopeIds.safeParse({
    ...{ typ: row.typ, partnershipId, version: row.version },
    ...(isConcern ? { contactId } : { enquiryId }),
    ...Object.fromEntries(own),
  });
  if (!ids.success) throw new SealRefusal('SEAL.HEADER_MISMATCH', ['ids']);
  return ids.data;
}
