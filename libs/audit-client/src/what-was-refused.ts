import { isRefusal } from '@mash/authorisation';
import type { AuditEntry } from './audit-entry';

type Refused = Pick<AuditEntry, 'reasonCode'> & Partial<Pick<AuditEntry, 'action' | 'subject' | 'enquiryId'>>;

const isServersFault = (status: number): boolean => status >= 500;

/** What an error says of a refusal; undefined where it is none: something that is down, or broken, has refused nobody. */
export function whatWasRefused(error: unknown): Refused | undefined {
  if (isRefusal(error)) {
    const { kind, id } = error.subject;
    const about = { subject: { type: kind, id }, ...(kind === 'Enquiry' && { enquiryId: id }) };
    return { action: `${kind.toLowerCase()}.${error.action}`, ...about, reasonCode: error.reasonCode };
  }
  const { code, status } = (error ?? {}) as { code?: unknown; status?: unknown };
  const isCoded = typeof code === 'string' && typeof status === 'number' && !isServersFault(status);
  return isCoded ? { reasonCode: code } : undefined;
}
