import type { AgreementView } from '@mash/contracts';
import { stopPath, versionPath } from './agreement-paths';
import { namesOf } from './body-names';
import { lineSentence } from './line-sentence';
import { isUnsafe, standingWords } from './standing';
import { outOfDateWords, waitingWords } from './waiting-words';

/** One version of an agreement, in words. */
export interface AgreementCard {
  readonly title: string;
  readonly version: string;
  readonly owner: string;
  readonly standing: string;
  readonly isUnsafe: boolean;
  /** What it waits for, where it is on its way; that a ground of it is out of date, where it counts. */
  readonly waits: readonly string[];
  readonly lines: readonly string[];
  readonly href: string;
  /** Where the reader may do something now: what the link says. */
  readonly next: string;
  readonly stopHref?: string;
}

const NEXT: Readonly<Partial<Record<AgreementView['may'][number], string>>> = {
  approve: 'Read and approve',
  propose: 'Read and send out',
  'put-in-force': 'Read and put in force',
};

export function agreementCard(agreement: AgreementView): AgreementCard {
  const names = namesOf(agreement.bodies);
  const next = (['approve', 'propose', 'put-in-force'] as const).find((action) => agreement.may.includes(action));
  return {
    title: agreement.title,
    version: `Version ${agreement.version}`,
    owner: agreement.owner,
    standing: standingWords(agreement),
    isUnsafe: isUnsafe(agreement),
    waits: [...outOfDateWords(agreement), ...waitingWords(agreement)],
    lines: agreement.lines.map((line) => lineSentence(line, names)),
    href: versionPath(agreement),
    next: agreement.findings.length > 0 ? 'Read what is wrong' : ((next && NEXT[next]) ?? 'Read'),
    ...(agreement.may.includes('stop') && { stopHref: stopPath(agreement) }),
  };
}
