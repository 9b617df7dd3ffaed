import type { HolderStatementContent, HolderStatementFacts } from '@mash/sealing';

/** One statement of a holder about one item of theirs, opened. Statements are added and never changed: the newest of its kind wins. */
export interface HolderStatement {
  readonly statementId: string;
  readonly itemId: string;
  readonly agencyId: string;
  readonly statedBy: string;
  readonly statedAt: Date;
  /** The REVIEW that it answered. */
  readonly reviewId: string | null;
  /** Whether the holder had authorised its author, when it was made, to record a detriment. */
  readonly isAuthorised: boolean;
  /** `unreadable`: it was tampered with, or its key is gone. What the holder said is then unknown, never nothing. */
  readonly facts: HolderStatementFacts | { readonly says: 'unreadable' };
  readonly content: HolderStatementContent;
}
