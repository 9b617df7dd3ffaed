/** Who has the enquiry, as far as this page may say: accounts have ids here, and no directory of names. */
export function ownerWords(ownerId: string | undefined, readerId: string): string {
  if (ownerId === undefined) return 'Nobody has it';
  return ownerId === readerId ? 'You have it' : 'A colleague has it';
}
