import { z } from 'zod';

/**
 * What travels with an item and is accepted by each viewer before its words show (rule book section 5): it would be unsafe to tell the parent,
 * nobody may be alerted, the holder's coded condition, the notice of court papers.
 */
export const CarriedObligation = z.enum(['NOT_TELL_PARENT', 'CARRY_DO_NOT_ALERT', 'SHOW_CONDITION', 'COURT_NOTICE']);
export type CarriedObligation = z.infer<typeof CarriedObligation>;
