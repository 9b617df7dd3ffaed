import type { Signatory } from '@mash/contracts';
import { Temporal } from 'temporal-polyfill';

const movedBy = (days: number, isoDay: string): string => Temporal.PlainDate.from(isoDay).add({ days }).toString();

/** The register keeps from which day on somebody may no longer; people say until which day somebody may. */
export const lastDayOf = ({ endedOn }: Pick<Signatory, 'endedOn'>): string | undefined =>
  endedOn === undefined ? undefined : movedBy(-1, endedOn);

export const endedAfter = (lastDay: string): string => movedBy(1, lastDay);
