import { framePeriods, type LegalFrame } from '../decision';

/** The instants, in milliseconds since 1970, at which a law starts or ends. */
export const lawDates = (frame: LegalFrame): number[] =>
  framePeriods(frame)
    .map(({ startsAt }) => startsAt)
    .filter(Number.isFinite);
