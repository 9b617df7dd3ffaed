import type { ClockView } from '@mash/contracts';
import { clockChip, type ClockChip } from '../../../presenters/clock-chip';
import { clockName } from './clock-names';

/** A clock with what it is for: "Decide" and its chip. */
export interface LabelledClock {
  readonly label: string;
  readonly chip: ClockChip;
}

export const labelledClock = (clock: ClockView, now: Date): LabelledClock => ({
  label: clockName(clock.code),
  chip: clockChip(clock, now),
});

/** Clocks that nobody has met yet, soonest first. */
export const openClocks = (clocks: readonly ClockView[]): ClockView[] =>
  clocks
    .filter(({ state, metAt }) => state !== 'met' && metAt === undefined)
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
