import type { KeptStatement } from './consent-of-subject';

interface Written extends KeptStatement {
  readonly how: string | null;
  readonly wordsKid: string | null;
  readonly statedAt: Date;
  readonly recordedAt: Date;
  readonly writtenAt: Date | null;
}

/** Of one contact (the moment at which it was written down is the contact's), and the same in everything that a copy takes over. */
const ofContact = (one: Written): string =>
  JSON.stringify([
    ...[one.writtenAt?.getTime(), one.statedAt.getTime(), one.personId, one.kind, one.state],
    ...[one.ground, one.givenBy, one.givenById, one.how],
  ]);

/**
 * What came with a contact is passed on again once somebody is matched, about the person found, without its words and without what a manager has
 * said of its ground. As it was first written down it is read already (`asOnePerson`): the copy would stand before it and hide both. What was
 * written down here is never a copy, whatever it says.
 */
export function withoutCopies<Statement extends Written>(statements: readonly Statement[]): Statement[] {
  const first = new Map<string, Statement>();
  for (const one of statements) {
    const known = first.get(ofContact(one));
    if (known === undefined || one.recordedAt < known.recordedAt) first.set(ofContact(one), one);
  }
  const isCopy = (one: Statement): boolean =>
    one.writtenAt !== null &&
    one.wordsKid === null &&
    (one.groundAccepted ?? null) === null &&
    first.get(ofContact(one)) !== one;
  return statements.filter((one) => !isCopy(one));
}
