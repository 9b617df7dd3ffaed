import type { AgreementContent } from '@mash/contracts';

/** Whether the last day that a version is drawn up for has passed. London days, ISO. */
export const isOver = ({ inForceTo }: Pick<AgreementContent, 'inForceTo'>, today: string): boolean =>
  inForceTo !== undefined && inForceTo < today;
