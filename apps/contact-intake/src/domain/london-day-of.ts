const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** The London day of an instant, ISO. */
export const londonDayOf = (instant: Date): string => LONDON.format(instant);
