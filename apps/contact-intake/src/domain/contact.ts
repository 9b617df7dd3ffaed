import type { RecordContact } from '@mash/contracts';
import { incomplete, unacceptable } from './contact-faults';
import type { Sending } from './contact-faults';
import { IntakeRefusal } from './intake-refusal';

/** Lets a contact pass, or refuses it with a fault for each field. Nothing of a refused contact is kept. */
export function requireAcceptable(contact: RecordContact, sending: Sending): void {
  const grave = unacceptable(contact, sending);
  const [first] = grave;
  if (first !== undefined) throw new IntakeRefusal('invalid', first.code, first.message, grave);
  const missing = incomplete(contact, sending);
  if (missing.length === 0) return;
  throw new IntakeRefusal(
    'invalid',
    'INTAKE.CONTACT_INCOMPLETE',
    'Some things are missing. Say so where you do not know.',
    missing,
  );
}

/** How many children, unborn babies and adults were mentioned. */
export function countOf(people: RecordContact['people']): { children: number; unborn: number; adults: number } {
  const count = (kind: string): number => people.filter((person) => person.kind === kind).length;
  return { children: count('child'), unborn: count('unborn'), adults: count('adult') };
}
