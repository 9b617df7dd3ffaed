import type { AnswerFacts } from '@mash/sealing';

const HOLDING: ReadonlySet<string> = new Set(['unsafe_tell', 'do_not_alert']);

/** An item that must not come to the parent's ears, or of which nobody may be alerted, holds every telling (rule book section 5, INFORM_PARENT). */
export const holdsTelling = ({ items }: AnswerFacts): boolean =>
  items.some(({ flags }) => flags.some((flag) => HOLDING.has(flag)));
