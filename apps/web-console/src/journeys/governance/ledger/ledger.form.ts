import { SharingOutcome, type LedgerFilters } from '@mash/contracts';
import { z } from 'zod';
import { Posted, type PostedFields } from '../../../forms/posted';

/** Whose ledger it is: that of one enquiry, or of one person in all their enquiries. */
export type LedgerScope = { readonly enquiryId: string } | { readonly personId: string };

/** What the ledger is narrowed down to. Ids and codes only, so that it may stand in an address. */
export interface LedgerNarrowing {
  readonly person?: string;
  readonly recipient?: string;
  readonly rule?: string;
  readonly outcome?: SharingOutcome;
}

const Narrowing = {
  person: z.uuid(),
  recipient: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/),
  rule: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
  outcome: SharingOutcome,
} as const;

/** Reads it out of the address; what cannot be read narrows nothing down. */
export function readLedgerQuery(query: PostedFields): { narrowing: LedgerNarrowing; page: number } {
  const posted = new Posted(query);
  const read = (name: keyof typeof Narrowing) => {
    const value = Narrowing[name].safeParse(posted.text(name)).data;
    return value === undefined ? {} : { [name]: value };
  };
  const typed = posted.text('page');
  return {
    narrowing: { ...read('person'), ...read('recipient'), ...read('rule'), ...read('outcome') },
    page: /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : 1,
  };
}

/** As `sharing` is asked. */
export const ledgerFilters = (scope: LedgerScope, narrowing: LedgerNarrowing): LedgerFilters => ({
  ...(narrowing.person !== undefined && { personId: narrowing.person }),
  ...(narrowing.recipient !== undefined && { recipientId: narrowing.recipient }),
  ...(narrowing.rule !== undefined && { rule: narrowing.rule }),
  ...(narrowing.outcome !== undefined && { outcome: narrowing.outcome }),
  ...scope,
});

/** The address of a ledger, narrowed down. */
export function ledgerPath(scope: LedgerScope, narrowing: LedgerNarrowing, more: Record<string, string> = {}): string {
  const path = 'enquiryId' in scope ? `/ig/ledger/${scope.enquiryId}` : `/ig/ledger/people/${scope.personId}`;
  const query = new URLSearchParams({ ...narrowing, ...more }).toString();
  return query === '' ? path : `${path}?${query}`;
}
