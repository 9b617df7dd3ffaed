import type { Releaser } from '../decision';

interface Waiting {
  readonly releaser: Releaser;
  readonly state: string;
  readonly dueAt: Date;
}

const isHolders = (releaser: Releaser): boolean => releaser === 'H' || releaser === 'S';

/** Whether OV_SILENT can be said: a REVIEW of the holder's is open, and holder and deputy have let its whole clock pass (rule book section 6). */
export const holderWasSilent = (reviews: readonly Waiting[], now: Date): boolean => {
  const ofHolder = reviews.filter(({ releaser, state }) => isHolders(releaser) && state === 'open');
  return ofHolder.length > 0 && ofHolder.every(({ dueAt }) => dueAt <= now);
};

interface Answered {
  readonly releaser: Releaser;
  readonly state: string;
  readonly answeredAt: Date | null;
}

/** Whether the holder has said yes or no since: an override that was proposed before was proposed of something else. */
export const holderHasAnswered = (reviews: readonly Answered[], since: Date): boolean =>
  reviews.some(
    ({ releaser, state, answeredAt }) =>
      isHolders(releaser) && ['released', 'refused'].includes(state) && answeredAt !== null && answeredAt > since,
  );
