const HOUR = 3_600_000;

/** UK GDPR article 33(1): within 72 hours of having become aware. */
const HOURS = 72;
const SOON_HOURS = 24;

/**
 * By when the Information Commissioner is told: 72 hours after becoming aware, elapsed. Law and no pack setting: nights, weekends and bank
 * holidays count, and when the clocks change it is still 72 hours.
 */
export const breachDue = (awareAt: Date): Date => new Date(awareAt.getTime() + HOURS * HOUR);

/** From when a day is left. */
export const breachDueSoon = (dueAt: Date): Date => new Date(dueAt.getTime() - SOON_HOURS * HOUR);
