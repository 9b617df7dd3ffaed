import type { AgreementView } from '@mash/contracts';
import { isUnsafe, standingWords } from './standing';
import { lineSentence } from './line-sentence';

/** One version of an agreement, in words. */
export interface AgreementCard {
  readonly title: string;
  readonly version: string;
  readonly owner: string;
  readonly standing: string;
  readonly isUnsafe: boolean;
  readonly lines: readonly string[];
  readonly stopHref?: string;
}

/** Only what is in force can be stopped: what has expired or was superseded shares nothing. */
export const mayBeStopped = ({ state }: AgreementView): boolean => state === 'in_force';

export function agreementCard(agreement: AgreementView): AgreementCard {
  return {
    title: agreement.title,
    version: `Version ${agreement.version}${agreement.state === 'superseded' ? ', superseded' : ''}`,
    owner: agreement.owner,
    standing: standingWords(agreement),
    isUnsafe: isUnsafe(agreement),
    lines: agreement.lines.map(lineSentence),
    ...(mayBeStopped(agreement) && { stopHref: `/agreements/manage/${agreement.agreementId}/stop` }),
  };
}
