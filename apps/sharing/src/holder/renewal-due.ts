import { loadPack } from '@mash/threshold-packs';
import type { EnquiryFacts } from '../asking/enquiry-facts';
import { obligationDue } from '../domain/task-due';

/** By when a renewed "do not alert" is looked at again: five working days (rule book section 5, HOLD_TELLING). */
export const renewalDue = ({ decision }: Pick<EnquiryFacts, 'decision'>, at: Date): Date =>
  obligationDue('HOLD_TELLING', loadPack(decision.pack.id, decision.pack.version), { at, reviewDueAt: at });
