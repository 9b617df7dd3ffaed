/** How long a question waits for an owner of its facts (assumed: the clock of a REVIEW in a red enquiry, the shortest there is). */
const FACT_CLOCK_MS = 15 * 60_000;

/** Whether a question has waited its time: what cannot be had then reads unknown, and a human looks (rule row R-GATE-02). */
export const isPastItsClock = (askedAt: string, now: Date): boolean =>
  now.getTime() - Date.parse(askedAt) >= FACT_CLOCK_MS;
