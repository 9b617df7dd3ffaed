import type { Signatory } from '@mash/contracts';

const DAY_MS = 86_400_000;
const movedBy = (days: number, isoDay: string): string =>
  new Date(Date.parse(isoDay) + days * DAY_MS).toISOString().slice(0, 10);

/** The register keeps from which day on somebody may no longer; people say until which day somebody may. */
export const lastDayOf = ({ endedOn }: Pick<Signatory, 'endedOn'>): string | undefined =>
  endedOn === undefined ? undefined : movedBy(-1, endedOn);

export const endedAfter = (lastDay: string): string => movedBy(1, lastDay);
