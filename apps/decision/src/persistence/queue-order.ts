import { notErased } from '@mash/erasure';

/**
 * SQL of the queue, as those who work through it asked: late first, Red on top, then the least time
 * left. Immediate protection, and danger stated in a contact that nobody has rated yet, stand with Red. `$1` is the partnership,
 * `$2` the account that looks, `$3` now.
 */
export const IN_REACH = `
  enquiry.partnership_id = $1 AND ${notErased('enquiry.enquiry_id')}
  AND (NOT enquiry.restricted OR EXISTS (SELECT 1 FROM named_access n WHERE n.enquiry_id = enquiry.enquiry_id AND n.account_id = $2))
  AND NOT EXISTS (SELECT 1 FROM conflict_of_interest c WHERE c.enquiry_id = enquiry.enquiry_id AND c.account_id = $2)`;

export const QUEUE_ORDER = `
  (coalesce(enquiry.next_due_at < $3::timestamptz, false)) DESC,
  (coalesce(enquiry.colour = 'red', enquiry.urgent) OR enquiry.protection_open) DESC,
  enquiry.next_due_at ASC NULLS LAST, enquiry.received_at, enquiry.enquiry_id`;
