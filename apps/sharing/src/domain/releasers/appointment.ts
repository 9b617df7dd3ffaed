import type { ReleaserDesk, ReleaserSeat } from '@mash/contracts';

/** Somebody who answers for an agency, from a moment and, for a leaver, to a moment. */
export interface Appointment {
  readonly appointmentId: string;
  readonly agencyId: string;
  readonly desk: ReleaserDesk;
  readonly seat: ReleaserSeat;
  /** Null for a duty team that is rung. */
  readonly accountId: string | null;
  readonly name: string;
  readonly telephone: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

/** Whether somebody sits there at an instant: from the start on, and no longer at the end. */
export const isCurrent = ({ startsAt, endsAt }: Pick<Appointment, 'startsAt' | 'endsAt'>, now: Date): boolean =>
  startsAt <= now && (endsAt === null || now < endsAt);
