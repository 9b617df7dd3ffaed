import { EnquiryAccess, newId } from '@mash/contracts';
import { act, callAs, read, type Answer } from './http';
import { ACCOUNTS, type Person } from './people';
import { keyOf, leasedKey, sealAs } from './sealing';

/** A manager says who may see an enquiry from now on, and why. */
export async function setAccess(
  enquiryId: string,
  lists: { restricted: boolean; named?: readonly string[]; conflicts?: readonly string[] },
  because = 'A colleague knows the family.',
): Promise<void> {
  const path = `/enquiries/${enquiryId}/access`;
  const { version: expectedVersion } = await read('manager', 'decision', path, EnquiryAccess);
  const changeId = newId();
  const ids = { typ: 'note', enquiryId, noteId: changeId, authorId: ACCOUNTS.manager } as const;
  const content = { reason: because };
  const sealedReason = await sealAs<'note'>('manager', { ids, content, publicKey: await keyOf(enquiryId) });
  const body = { changeId, expectedVersion, named: [], conflicts: [], ...lists, sealedReason };
  await act('manager', 'decision', path, body, { method: 'PUT' });
}

/** Somebody outside breaks the glass, from a reference. */
export async function breakGlass(
  person: Person,
  reference: string,
  words = 'Nobody who is named picks up.',
): Promise<{ glassId: string; answer: Answer }> {
  const glassId = newId();
  const ids = { typ: 'glass', glassId, authorId: ACCOUNTS[person] } as const;
  const sealedReason = await sealAs<'glass'>(person, { ids, content: { words }, publicKey: await leasedKey() });
  const body = { glassId, reference, reason: 'nobody_named_reachable', sealedReason };
  return { glassId, answer: await callAs(person, 'decision', '/break-glass', { method: 'POST', body }) };
}
