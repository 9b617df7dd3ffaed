export interface AuditSettings {
  /** The service that makes the entries. */
  readonly service: string;
  /** Oldest that an unsent entry may grow before data is held back (milliseconds). Set by the pack; assumed 15 minutes. */
  readonly longestUnsentMs?: number;
  readonly now?: () => Date;
}

export const AUDIT_SETTINGS = Symbol('AUDIT_SETTINGS');
export const LONGEST_UNSENT_MS = 15 * 60_000;
