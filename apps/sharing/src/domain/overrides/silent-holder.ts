import type { Releaser } from '../decision';

interface Waiting {
  readonly releaser: Releaser;
  readonly state: string;
  readonly dueAt: Date;
}

/** Whether OV_SILENT can be said: a REVIEW of the holder's is open, and holder and deputy have let its whole clock pass (rule book section 6). */
export const holderWasSilent = (reviews: readonly Waiting[], now: Date): boolean => {
  const ofHolder = reviews.filter(({ releaser, state }) => (releaser === 'H' || releaser === 'S') && state === 'open');
  return ofHolder.length > 0 && ofHolder.every(({ dueAt }) => dueAt <= now);
};
