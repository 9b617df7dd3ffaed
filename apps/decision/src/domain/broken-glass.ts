/** How long a broken glass stays open, in minutes. Assumed: long enough for a night visit to be prepared, short enough to be answered for. */
export const GLASS_LASTS_MINUTES = 60;

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

export const glassEndsAt = (brokenAt: Date): Date => new Date(brokenAt.getTime() + GLASS_LASTS_MINUTES * 60_000);

/** Whether it opens the enquiry still. */
export const isLive = ({ endsAt, endedAt }: Pick<BrokenGlass, 'endsAt' | 'endedAt'>, now: Date): boolean =>
  endedAt === undefined && endsAt > now;
