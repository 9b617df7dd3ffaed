import { Erasure, newId } from '@mash/contracts';
import { eventually } from './eventually';
import { act, callAs, read, type Answer } from './http';
import { ACCOUNTS } from './people';
import { keyOf, sealAs } from './sealing';

/** A reason of information governance, sealed to the key of the enquiry. */
export const reasonFor = async (enquiryId: string, noteId: string, reason: string) =>
  sealAs<'note'>('governance', {
    ids: { typ: 'note', enquiryId, noteId, authorId: ACCOUNTS.governance },
    content: { reason },
    publicKey: await keyOf(enquiryId),
  });

/** Information governance asks that an enquiry be erased. */
export async function askToErase(enquiryId: string, reason: string): Promise<{ erasureId: string; answer: Answer }> {
  const erasureId = newId();
  const sealedReason = await reasonFor(enquiryId, erasureId, reason);
  const body = { erasureId, enquiryId, retentionRule: 'RS-4.2', sealedReason };
  return { erasureId, answer: await callAs('governance', 'sharing', '/erasures', { method: 'POST', body }) };
}

/** A hold for a court. */
export async function placeHold(enquiryId: string, reason: string): Promise<string> {
  const holdId = newId();
  const sealedReason = await reasonFor(enquiryId, holdId, reason);
  await act('governance', 'sharing', '/legal-holds', { holdId, enquiryId, reference: 'CT-2026-0193', sealedReason });
  return holdId;
}

/** Waits until every service has done its part. */
export const erasedEverywhere = (erasureId: string): Promise<Erasure> =>
  eventually(async () => {
    const erasure = await read('governance', 'sharing', `/erasures/${erasureId}`, Erasure);
    if (erasure.parts.length === 0 || erasure.parts.some(({ doneAt }) => doneAt === undefined))
      throw new Error(`not everywhere yet: ${JSON.stringify(erasure.parts)}`);
    return erasure;
  });
