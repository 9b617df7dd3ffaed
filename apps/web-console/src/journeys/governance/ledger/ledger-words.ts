import type { SharingOutcome } from '@mash/contracts';

export interface Linked {
  readonly text: string;
  /** The ledger narrowed down to it. */
  readonly href: string;
}

export const OUTCOMES: Readonly<Record<SharingOutcome, string>> = {
  PERMIT: 'Disclosed',
  DENY: 'Refused',
  REVIEW: 'Waits for a human',
};

export const ruleWords = (rule: string): string =>
  rule === 'hidden' ? 'Not told: it would give the cause away' : rule;

/** What a line was decided under: the rules' version, and the agreement with its own. */
export const underWords = (ruleSetVersion: string, agreement: string | undefined): string =>
  [`Rules ${ruleSetVersion}`, ...(agreement === undefined ? [] : [`agreement ${agreement}`])].join(', ');
