import type { HolderTasks, Review } from '@mash/contracts';

type HolderTask = HolderTasks['tasks'][number];

/**
 * What a holder decides about one item of theirs: whether it may go to a recipient, whether a letter may be written though they said "do not
 * alert", or whether a recorded detriment still stands.
 */
export interface ReleaseMatter {
  readonly kind: 'item' | 'letter' | 'detriment';
  readonly sharingDecisionId: string;
  readonly enquiryId: string;
  readonly itemId: string;
  /** Absent where nobody waits for an answer to a question, but a task is due. */
  readonly review?: Review;
  /** Of the questions about it that about the condition: that somebody has called answers this one alone. */
  readonly call?: Review;
  readonly to: { readonly audience: string; readonly agencyId: string };
  readonly purpose: Review['purpose'];
  readonly dueAt: string;
  readonly late: boolean;
}

/** Who answers for an agency: its liaison staff, or its safeguarding lead where it was claimed that telling would harm (R-DET-02). */
const HOLDERS: readonly Review['releaser'][] = ['holder', 'holder_safeguarding_lead'];

const isHolders = ({ about, releaser, state }: Review): boolean =>
  HOLDERS.includes(releaser) && state === 'open' && (about.kind === 'item' || about.kind === 'product');

/** A REVIEW of an item that waits for its agency; undefined where it waits for somebody else or is about asking. */
export function matterOfReview(review: Review): ReleaseMatter | undefined {
  if (!isHolders(review)) return undefined;
  const { about, sharingDecisionId, enquiryId, toAudience, toAgencyId, purpose, dueAt, late } = review;
  return {
    ...{ sharingDecisionId, enquiryId, itemId: about.id, review, purpose, dueAt, late },
    kind: about.kind === 'product' ? 'letter' : 'item',
    to: { audience: toAudience, agencyId: toAgencyId ?? '' },
    ...(review.isOfCondition && { call: review }),
  };
}

const KIND_OF_TASK = { HOLD_TELLING: 'letter', REQUEST_WORDING: 'item', DETRIMENT_REVIEW: 'detriment' } as const;

const matterOfTask = ({ code, ...task }: HolderTask): ReleaseMatter => ({ ...task, kind: KIND_OF_TASK[code] });

/** Everything that waits for the holder, each thing once, soonest first. Several questions about one thing are one matter. */
export function releaseMatters(reviews: readonly Review[], tasks: readonly HolderTask[]): ReleaseMatter[] {
  const all = [...reviews.flatMap((review) => matterOfReview(review) ?? []), ...tasks.map(matterOfTask)];
  const soonest = [...all].sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  const calls = new Map(soonest.flatMap(({ sharingDecisionId, call }) => (call ? [[sharingDecisionId, call]] : [])));
  const seen = new Set<string>();
  return soonest
    .filter(({ sharingDecisionId }) => {
      const isNew = !seen.has(sharingDecisionId);
      seen.add(sharingDecisionId);
      return isNew;
    })
    .map((matter) => {
      const call = calls.get(matter.sharingDecisionId);
      return call === undefined ? matter : { ...matter, call };
    });
}

export const releasePath = ({ sharingDecisionId }: Pick<ReleaseMatter, 'sharingDecisionId'>): string =>
  `/release-onward/${sharingDecisionId}`;
