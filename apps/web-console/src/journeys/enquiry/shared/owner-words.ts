import { NAMELESS, type Naming } from '../../../presenters/naming';

/** Who has the enquiry. */
export function ownerWords(ownerId: string | undefined, readerId: string, named: Naming = NAMELESS): string {
  if (ownerId === undefined) return 'Nobody has it';
  return ownerId === readerId ? 'You have it' : `${named(ownerId) ?? 'A colleague'} has it`;
}
