/**
 * A contact was announced that `contact-intake` does not have. It is kept there in the transaction that announces it: its database has been
 * restored to a time before it. Nothing is waited for, and nothing is lost: the event is a dead letter, and whoever restored mends it.
 */
export class OwnerHasNoContact extends Error {
  override readonly name = 'OwnerHasNoContact';
  readonly code = 'SHARING.CONTACT_NOT_WITH_ITS_OWNER';

  constructor(cause: Error) {
    super('SHARING.CONTACT_NOT_WITH_ITS_OWNER', { cause });
  }
}
