import { AuditEntries, type AuditEntryView } from '@mash/contracts';
import { read } from './http';

/** Every entry about an enquiry, oldest first, as an auditor reads them page by page. */
export async function auditOf(enquiryId: string): Promise<AuditEntryView[]> {
  const all: AuditEntryView[] = [];
  for (let page = 1; ; page++) {
    const path = `/entries?enquiryId=${enquiryId}&page=${String(page)}`;
    const { entries, hasMore } = await read('auditor', 'audit', path, AuditEntries);
    all.push(...entries);
    if (!hasMore) return all.reverse();
  }
}
