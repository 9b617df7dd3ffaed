import type { RowAttestation } from '@mash/contracts';

/** Who looked or changed something. Both kinds of `Actor` of `@mash/authorisation` fit. */
export interface AuditedActor {
  readonly kind: 'person' | 'system';
  readonly id: string;
  readonly roles?: readonly string[];
  readonly agencyId?: string | undefined;
  readonly partnershipId?: string | undefined;
}

/** One thing that was done, refused, shown or withheld. Ids and codes only: links to what was seen, never what it says. */
export interface AuditEntry {
  readonly actor: AuditedActor;
  /** Code of what was done: `<subject>.<verb>`, such as `contact.read`. */
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly outcome: 'done' | 'refused' | 'shown' | 'withheld';
  /** The partnership whose record it is; the actor's own where nothing is said. A system without one has to say. */
  readonly partnershipId?: string;
  readonly enquiryId?: string;
  /** Pseudonyms: ids of the people index. */
  readonly personIds?: readonly string[];
  /** Code of the purpose of looking or telling. */
  readonly purpose?: string;
  /** Codes of the lawful bases. */
  readonly basis?: readonly string[];
  /** The sharing decision under which it was shown or withheld. */
  readonly decisionId?: string;
  /** Why it was refused or withheld. */
  readonly reasonCode?: string;
  /** Hashes of rows as this transaction leaves them, where the entry attests them. */
  readonly rows?: RowAttestation;
  /** How many, where one entry stands for a list. */
  readonly counts?: Readonly<Record<string, number>>;
}
