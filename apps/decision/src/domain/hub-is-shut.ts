import { ENGLAND_BANK_HOLIDAYS, isOpen } from '@mash/clocks';
import type { Pack } from '@mash/threshold-packs';

/** Whether urgent word goes by the out-of-hours route: nobody at the hub would see it now. */
export const hubIsShut = ({ opening }: Pack, now: Date): boolean => !isOpen(now, opening.hours, ENGLAND_BANK_HOLIDAYS);
