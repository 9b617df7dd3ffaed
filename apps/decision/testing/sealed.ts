import { DEMO_AGENCIES, newId, type Sealed } from '@mash/contracts';
import { generateSealingKey, generateSigningKey, sealEnvelope } from '@mash/sealing';

interface About {
  readonly enquiryId: string;
  readonly partnershipId: string;
}

const keys = Promise.all([generateSealingKey(), generateSigningKey()]);

async function seal(header: Parameters<typeof sealEnvelope>[0]['header']): Promise<Sealed> {
  const [{ publicKey }, { privateKey }] = await keys;
  const sealedBy = { kind: 'person', id: newId() } as const;
  const envelope = await sealEnvelope({
    header,
    facts: {},
    content: { words: 'Because' },
    publicKey,
    sealer: { key: privateKey, sealedBy },
    sealedAt: new Date('2026-11-24T10:00:00.000Z'),
  });
  return { kid: publicKey.kid, envelope };
}

/** Reasons, sealed to a fresh key as the console seals them. */
export const sealedNote = ({ enquiryId, partnershipId }: About, authorId: string, noteId = newId()): Promise<Sealed> =>
  seal({ typ: 'note', version: 1, partnershipId, enquiryId, noteId, authorId });

/** Why a glass is broken, sealed before its enquiry is known. */
export const sealedForGlass = (partnershipId: string, authorId: string, glassId: string): Promise<Sealed> =>
  seal({ typ: 'glass', version: 1, partnershipId, glassId, authorId });

/** What an agency is told in immediate protection. */
export const sealedNotice = (
  { enquiryId, partnershipId }: About,
  noticeId: string,
  agencyId: string = DEMO_AGENCIES.police,
): Promise<Sealed> => seal({ typ: 'outward', version: 1, partnershipId, enquiryId, productId: noticeId, agencyId });

/** The hub's part of a rationale. */
export const sealedDecision = ({ enquiryId, partnershipId }: About, decisionId = newId()): Promise<Sealed> =>
  seal({ typ: 'decision', version: 1, partnershipId, enquiryId, decisionId });
