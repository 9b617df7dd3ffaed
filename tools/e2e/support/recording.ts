import { ContactReceipt, newId, type RecordContact, type StatedConsent } from '@mash/contracts';
import type { SealingPublicKey } from '@mash/sealing';
import type { Family } from './family';
import { act } from './http';
import type { Person } from './people';
import { leasedKey, sealAs } from './sealing';

/** A contact as the form would send it: the narrative sealed to a key that no enquiry has yet. */
export async function contactOf(
  family: Family,
  sender: Person,
  its: {
    urgent?: boolean;
    content?: Readonly<Record<string, string>>;
    publicKey?: SealingPublicKey;
    /** What the parent was told before they answered about the first consent. */
    told?: string;
  } = {},
): Promise<RecordContact> {
  const { contactId, narrative, people, consents } = family;
  const content = { narrative, danger: its.urgent === true ? 'yes' : 'no', ...its.content };
  const publicKey = its.publicKey ?? (await leasedKey());
  const sealed = await sealAs<'contact'>(sender, { ids: { typ: 'contact', contactId }, content, publicKey });
  return {
    contactId,
    source: '2A',
    referrerKind: 'professional',
    urgent: its.urgent ?? false,
    reply: 'email',
    sealed,
    people: [...people],
    consents:
      its.told === undefined ? [...consents] : await withWords(consents, its.told, { contactId, sender, publicKey }),
    presentingIssues: ['neglect', 'young-carer', 'money'],
  };
}

async function withWords(
  [first, ...others]: readonly StatedConsent[],
  told: string,
  { contactId, sender, publicKey }: { contactId: string; sender: Person; publicKey: SealingPublicKey },
): Promise<StatedConsent[]> {
  if (first === undefined) throw new Error('A family that states no consent has no words of one');
  const statementId = newId();
  const ids = { typ: 'consent', contactId, noteId: statementId } as const;
  const sealedWords = await sealAs<'consent'>(sender, { ids, content: { told }, publicKey });
  return [{ ...first, statementId, sealedWords }, ...others];
}

/** Sends a contact under its own id as idempotency key. */
export const send = (
  sender: Person,
  contact: RecordContact,
  headers: Readonly<Record<string, string>> = {},
): Promise<ContactReceipt> =>
  act(sender, 'contact-intake', '/contacts', contact, {
    schema: ContactReceipt,
    headers: { 'idempotency-key': contact.contactId, ...headers },
  });
