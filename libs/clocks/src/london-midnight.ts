import { Temporal } from 'temporal-polyfill';
import { londonDay, londonMinute } from './london';

/** The midnight that ends the London day of an instant. */
export const endOfLondonDay = (instant: Date): Date => new Date(londonMinute(londonDay(instant), 1440));

/**
 * The midnight that ends a London day.
 * @param isoDay `YYYY-MM-DD`
 * @throws RangeError for what is no day
 */
export const endOfIsoDay = (isoDay: string): Date => new Date(londonMinute(Temporal.PlainDate.from(isoDay), 1440));
