import type { ConsentView, ConsentWeight } from '@mash/contracts';
import { readEnvelopeHeader } from '@mash/sealing';
import type { ConsentRead } from '../../asking/enquiry-facts';

const typeOf = (envelope: string): 'note' | 'consent' =>
  readEnvelopeHeader(envelope).typ === 'consent' ? 'consent' : 'note';

/** A statement as the hub reads it; its words open through a release alone. */
export const consentView = (row: ConsentRead, weight: ConsentWeight): ConsentView => ({
  ...{ statementId: row.statementId, personId: row.personId, kind: row.kind, state: row.state },
  ...(row.ground !== null && { ground: row.ground }),
  givenBy: row.givenBy,
  ...(row.givenById !== null && { givenById: row.givenById }),
  ...(row.how !== null && { how: row.how }),
  bodies: row.bodies,
  purposes: row.purposes,
  statedAt: row.statedAt.toISOString(),
  recordedAt: row.recordedAt.toISOString(),
  recordedBy: row.recordedBy,
  weight,
  ...(row.whoseIsUnclear && { whoseIsUnclear: row.whoseIsUnclear }),
  ...(row.wordsKid !== null &&
    row.wordsEnvelope !== null && {
      sealed: { kid: row.wordsKid, envelope: row.wordsEnvelope },
      sealedAs: typeOf(row.wordsEnvelope),
    }),
  ...(row.groundAccepted !== null &&
    row.groundDecidedBy !== null &&
    row.groundDecidedAt !== null && {
      groundDecision: {
        accepted: row.groundAccepted,
        decidedBy: row.groundDecidedBy,
        decidedAt: row.groundDecidedAt.toISOString(),
      },
    }),
});
