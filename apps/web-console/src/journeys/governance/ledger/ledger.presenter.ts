import { CATEGORIES, Category, type LedgerEntry, type SharingMode, type SharingOutcome } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import { momentWords } from '../../../presenters/clock-chip';
import { purposeWords } from '../../../presenters/purpose-words';

export interface LedgerRow {
  readonly at: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly recipientId: string;
  readonly why: string;
  readonly cameTo: string;
  readonly isRefused: boolean;
  readonly rule: string;
}

/** "What was disclosed about this enquiry, to whom, under which rule; what was refused?" */
export interface LedgerView {
  readonly heading: string;
  readonly enquiryId: string;
  readonly rows: readonly LedgerRow[];
  readonly looksHref: string;
  readonly older?: string;
  readonly newer?: string;
}

const MODES: Readonly<Record<SharingMode, string>> = {
  protect: 'Immediate protection',
  ask: 'Asked',
  existence: 'Whether they are known',
  content: 'Shown',
  onward: 'Sent out of the hub',
};
const OUTCOMES: Readonly<Record<SharingOutcome, string>> = {
  PERMIT: 'Disclosed',
  DENY: 'Refused',
  REVIEW: 'Waits for a human',
};

const categoryWords = (category: string | undefined): string => {
  const known = Category.safeParse(category).data;
  return known === undefined ? '' : `: ${CATEGORIES[known].label}`;
};

const rowOf = (entry: LedgerEntry, now: Date): LedgerRow => ({
  at: momentWords(new Date(entry.at), now),
  kind: `${MODES[entry.mode]}${categoryWords(entry.category)}`,
  from: entry.fromAgencyId === undefined ? 'The hub' : agencyWords(entry.fromAgencyId),
  to: agencyWords(entry.recipientAgencyId),
  recipientId: entry.recipientId,
  why: purposeWords(entry.purpose),
  cameTo: OUTCOMES[entry.outcome],
  isRefused: entry.outcome !== 'PERMIT',
  rule: [`${entry.rule}, rules ${entry.ruleSetVersion}`, ...(entry.reasons ?? [])].join('. '),
});

interface Page {
  readonly entries: readonly LedgerEntry[];
  readonly page: number;
  readonly pages: number;
}

function headingOf({ entries, pages }: Page): string {
  if (entries.length === 0) return 'Nothing has been disclosed about this enquiry';
  const refused = entries.filter(({ outcome }) => outcome !== 'PERMIT').length;
  const where = pages > 1 ? ' on this page' : '';
  return `${entries.length - refused} disclosed, ${refused} refused or waiting${where}`;
}

export function ledgerView(enquiryId: string, found: Page, now: Date): LedgerView {
  const href = (page: number): string => `/ig/ledger/${enquiryId}?page=${page}`;
  return {
    heading: headingOf(found),
    enquiryId,
    rows: found.entries.map((entry) => rowOf(entry, now)),
    looksHref: `/ig/looks/${enquiryId}`,
    ...(found.page < found.pages && { older: href(found.page + 1) }),
    ...(found.page > 1 && { newer: href(found.page - 1) }),
  };
}
