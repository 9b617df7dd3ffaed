import type { HolderStatementFacts } from '@mash/sealing';

type Says = HolderStatementFacts['says'];

const RELEASING: readonly Says[] = [
  ...(['released_as_it_stands', 'released_wording', 'telling_cleared'] as const),
  ...(['sanitised', 'condition_met', 'detriment_ended'] as const),
];
const REFUSING: readonly Says[] = ['refused', 'detriment', 'telling_held'];

/** What a REVIEW is about: one item, or the letter that it holds up, for one recipient. */
export interface Asked {
  readonly aboutKind: string;
  readonly audience: string;
  readonly toAgencyId: string | null;
  readonly personId: string | null;
  /** The row that the REVIEW is about. */
  readonly rule: string;
}

/** That somebody has called answers for them alone, and only what is asked of the condition: any other question is everybody's. */
const OF_THE_CONDITION = 'R-HOLD-02b';
export const isOfCondition = ({ rule }: Pick<Asked, 'rule'>): boolean => rule === OF_THE_CONDITION;
/** Whether a statement is for one viewer: what waits besides is answered by itself. */
export const isForOneViewer = ({ says }: Pick<HolderStatementFacts, 'says'>): boolean => says === 'condition_met';

/** A yes says yes and a no says no, about this recipient and this child; a letter is held or cleared, nothing else. */
export function fitsReview(facts: HolderStatementFacts, isRelease: boolean, asked: Asked): boolean {
  const { says } = facts;
  const isTelling = says === 'telling_cleared' || says === 'telling_held';
  if (asked.aboutKind === 'product' && !isTelling) return false;
  if (isForOneViewer(facts) && !isOfCondition(asked)) return false;
  if (says === 'relevance') return (facts.relevance === 'relevant') === isRelease;
  if (!(isRelease ? RELEASING : REFUSING).includes(says)) return false;
  if (says === 'detriment' && facts.personId !== asked.personId) return false;
  return !('to' in facts) || (facts.to.audience === asked.audience && facts.to.agencyId === asked.toAgencyId);
}
