export interface BrokenGlass {
  readonly glassId: string;
  readonly enquiryId: string;
  readonly partnershipId: string;
  readonly accountId: string;
  readonly reason: string;
  readonly brokenAt: Date;
  readonly endsAt: Date;
  readonly endedAt?: Date;
}

/** @param minutes how long the partnership's pack leaves it open */
export const glassEndsAt = (brokenAt: Date, minutes: number): Date => new Date(brokenAt.getTime() + minutes * 60_000);

/** Whether it opens the enquiry still. */
export const isLive = ({ endsAt, endedAt }: Pick<BrokenGlass, 'endsAt' | 'endedAt'>, now: Date): boolean =>
  endedAt === undefined && endsAt > now;
