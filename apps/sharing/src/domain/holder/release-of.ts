import { ANY_PART } from '@mash/sealing';
import type { HolderStatement } from './holder-statement';
import type { StandsFor, WhatStands } from './what-stands';

type Says = HolderStatement['facts']['says'];
type Recipient = Pick<StandsFor, 'audience' | 'toAgencyId'>;

const RELEASES: readonly Says[] = ['released_as_it_stands', 'released_wording', 'refused', 'taken_back'];
/** Nobody keeps an item from the hub by naming the agency that the hub sits in. */
const OF_THE_HUB = ['hub_analyst', 'hub_manager', 'hub_holder'];

/** Whether something was said of this recipient: of this very part of the agency, or of whatever part outside the hub. */
export function isTo({ facts }: Pick<HolderStatement, 'facts'>, { audience, toAgencyId }: Recipient): boolean {
  if (!('to' in facts) || facts.to.agencyId !== toAgencyId) return false;
  return facts.to.audience === audience || (facts.to.audience === ANY_PART && !OF_THE_HUB.includes(audience));
}

/** Released, refused, or neither any more: the newest of them for this recipient. @param own of one item, oldest first */
export function releaseOf(own: readonly HolderStatement[], which: Recipient): Partial<WhatStands> {
  const said = own.filter((one) => RELEASES.includes(one.facts.says) && isTo(one, which));
  const newest = said.at(-1);
  if (newest === undefined) return {};
  const { facts, content, statedAt } = newest;
  if (facts.says === 'taken_back') return { releaseStatedAt: statedAt, reopenedAt: statedAt };
  const earlier = said.slice(0, -1).some((one) => one.facts.says !== 'refused');
  return {
    release: facts.says === 'refused' ? 'refused' : 'released',
    wording: content.wording === undefined ? 'as_it_stands' : { text: content.wording },
    releaseStatedAt: statedAt,
    ...(earlier && { reopenedAt: statedAt }),
    hidesSource: facts.says === 'released_wording' && facts.hidesSource,
  };
}
