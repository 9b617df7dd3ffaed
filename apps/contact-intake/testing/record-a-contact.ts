import type { ContactReceipt, RecordContact } from '@mash/contracts';
import { people } from '@mash/testing';
import { aContact } from './a-contact';
import type { Intake } from './start-intake';

/** Records a contact through the API, as a teacher unless said otherwise. */
export async function recordAContact(
  intake: Intake,
  changes: Partial<RecordContact> = {},
  as = people.teacher,
): Promise<ContactReceipt> {
  const contact = aContact(changes);
  const answer = await intake.as(as)('post', '/contacts', contact, { 'Idempotency-Key': contact.contactId });
  if (answer.status !== 201) throw new Error(`The contact was refused: ${JSON.stringify(answer.body)}`);
  return answer.body as ContactReceipt;
}
