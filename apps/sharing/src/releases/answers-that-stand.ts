import type { GivenYes } from '../domain/consent/yeses-that-stand';
import type { Releaser } from '../domain/decision';
import type { WhatStands } from '../domain/holder/what-stands';
import { HIDDEN } from '../asking/ruling';
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

type Refused = NonNullable<Answered['refused']>;
const isHolders = ({ by }: { readonly by: Releaser }): boolean => HOLDERS.includes(by);

/** What the same releaser said yes to before, or may have: of a no whose row cannot be read nobody knows. */
const isAfter = (no: Refused, { rule, by, at }: Answered['yeses'][number]): boolean =>
  no.at > at && (no.rule === HIDDEN || (no.rule === rule && no.by === by));

/** Its own no gives way to a newer one of its holder alone. */
const isNewer = (own: Refused | undefined, no: Refused): boolean =>
  own !== undefined && (!isHolders(own) || own.at >= no.at);

/**
 * With what was answered against the others that its agency sent under the same id. Their holder's newest no is a no to it, until the holder has said yes
 * to it since, also where it was sent of somebody else of the family. Of whoever else said no to one of them of this person the yes to this one that came
 * before does not count: they are asked again.
 */
export function withNoOf(
  others: { readonly ofPerson: readonly Answered[]; readonly ofAnybody: readonly Answered[] },
  own: Answered,
): Answered {
  const nosIn = (all: readonly Answered[]) => all.flatMap(({ refused }) => refused ?? []);
  const nos = [...nosIn(others.ofPerson), ...nosIn(others.ofAnybody).filter(isHolders)];
  if (nos.length === 0) return own;
  const yeses = own.yeses.filter((yes) => !nos.some((no) => !isHolders(no) && isAfter(no, yes)));
  const [newest] = nos.filter(isHolders).sort((a, b) => b.at.getTime() - a.at.getTime());
  const isAnswered = yeses.some((yes) => isHolders(yes) && newest !== undefined && yes.at > newest.at);
  if (newest === undefined || isAnswered || isNewer(own.refused, newest)) return { ...own, yeses };
  return { ...own, yeses, refused: { ...newest, isOfAnother: true } };
}
