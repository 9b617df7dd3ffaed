import type { IdentitySays, RecallAbout } from '@mash/contracts';

/** What somebody said of whom a thing is about, or where it went. Added and never changed: of statements about the same thing the newest stands. */
export interface IdentityStatement {
  readonly statementId: string;
  readonly about: RecallAbout;
  readonly says: IdentitySays;
  /** wrong_recipient: who should not have had it. right_recipient: who may have it after all. */
  readonly recipientAgencyId: string | null;
  /** Of a recipient: the one account of it; null where it is the whole agency. */
  readonly recipientId: string | null;
  readonly statedAt: Date;
}
