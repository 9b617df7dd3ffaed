import type { GivenYes } from '../domain/consent/yeses-that-stand';
import type { Releaser } from '../domain/decision';
import type { WhatStands } from '../domain/holder/what-stands';
import type { Answered } from './item-reviews';

const HOLDERS: readonly Releaser[] = ['H', 'S'];

export interface StandingAnswers {
  readonly yeses: readonly GivenYes[];
  /** What releasers attached to what they released. */
  readonly conditions: readonly string[];
  readonly isHolderRefused: boolean;
  readonly isRefused: boolean;
}

/**
 * Which of the answers count today. A yes for one viewer alone opens nothing to others; a later wording of the holder reopens what rested on
 * the earlier one; and of a holder's no and a later release, or its being taken back, the newer wins.
 */
export function answersThatStand({ yeses, refused }: Answered, stands: WhatStands): StandingAnswers {
  const { forOneViewer, reopenedAt, release, releaseStatedAt } = stands;
  const standing = yeses.filter(
    ({ reviewId, at }) => !forOneViewer.has(reviewId) && (reopenedAt === undefined || at >= reopenedAt),
  );
  const isOvertaken =
    refused !== undefined &&
    HOLDERS.includes(refused.by) &&
    release !== 'refused' &&
    releaseStatedAt !== undefined &&
    releaseStatedAt > refused.at;
  const isRefused = refused !== undefined && !isOvertaken;
  return {
    yeses: standing.map(({ rule, by, unknown }) => ({ rule, by, ...(unknown && { unknown }) })),
    conditions: [...new Set(standing.flatMap(({ condition }) => condition ?? []))],
    isHolderRefused: isRefused && HOLDERS.includes(refused.by),
    isRefused,
  };
}

/** With the newest no of a holder to one that it repeats, until the holder has said yes to it since. */
export function withNoOf(repeated: readonly Answered[], own: Answered): Answered {
  const isHolders = ({ by }: { readonly by: Releaser }): boolean => HOLDERS.includes(by);
  const nos = repeated.flatMap(({ refused }) => (refused && isHolders(refused) ? refused : []));
  const [newest] = nos.sort((a, b) => b.at.getTime() - a.at.getTime());
  const isAnswered = own.yeses.some((yes) => isHolders(yes) && newest !== undefined && yes.at > newest.at);
  return newest === undefined || own.refused !== undefined || isAnswered ? own : { ...own, refused: newest };
}
