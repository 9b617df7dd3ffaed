import type { AgencyRequest } from '@mash/contracts';
import { clockChip, type ClockChip } from '../../presenters/clock-chip';

type Timed = Pick<AgencyRequest, 'dueAt' | 'basis' | 'leftMinutes' | 'issuedAt' | 'proposedAt'>;

/** The clock of a request that waits for its answer; none before it was issued. */
export function requestClock(
  { dueAt, basis, leftMinutes, issuedAt, proposedAt }: Timed,
  now: Date,
): ClockChip | undefined {
  if (dueAt === undefined) return undefined;
  const startedAt = issuedAt ?? proposedAt;
  const running = { code: 'agency-return', state: 'running', assumed: false } as const;
  return clockChip({ ...running, startedAt, dueAt, basis: basis ?? 'elapsed', leftMinutes }, now);
}
