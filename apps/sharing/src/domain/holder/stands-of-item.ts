import type { ItemStands } from '@mash/contracts';
import type { AnswerItemFacts } from '@mash/sealing';
import { coversItem, type StatedItem } from './covers-item';
import type { HolderStatement } from './holder-statement';
import { isAlertHeld, isUnsafeToTell, whatStands } from './what-stands';

type Recipient = ItemStands['to'][number];

/** One item of a holder: what it was marked as when it was answered. */
export interface ItemOf {
  readonly facts: Pick<AnswerItemFacts, 'itemId' | 'flags' | 'relevance'> & Pick<StatedItem, 'alsoIds'>;
  readonly agencyId: string;
  readonly personId: string;
}

/** Each recipient that something was said of, once, in the order in which they came up. */
function recipientsIn(said: readonly HolderStatement[]): Pick<Recipient, 'audience' | 'agencyId'>[] {
  const all = said.flatMap(({ facts }) => ('to' in facts ? [{ ...facts.to }] : []));
  const keyOf = (to: Pick<Recipient, 'audience' | 'agencyId'>) => `${to.audience} ${to.agencyId}`;
  return [...new Map(all.map((to) => [keyOf(to), to])).values()];
}

/**
 * What all that a holder has stated of one item comes to today: by itself, and for each recipient that was ever named. The same reading of it
 * as the rules have.
 */
export function standsOfItem(
  statements: readonly HolderStatement[],
  { facts, agencyId, personId }: ItemOf,
  now: Date,
): ItemStands {
  const { itemId, alsoIds, flags } = facts;
  const said = statements.filter((one) => coversItem(one, { itemId, alsoIds, agencyId }));
  const standsFor = (audience: string, toAgencyId: string) =>
    whatStands(said, { itemId, alsoIds, agencyId, personId, audience, toAgencyId, now });
  const { relevance = facts.relevance, sanitisedText } = standsFor('', '');
  const item = { itemId, alsoIds, agencyId, flags };
  const ever = (flag: (typeof flags)[number], set: string) =>
    flags.includes(flag) || said.some((one) => one.facts.says === set);
  const state = (stands: boolean, wasSet: boolean) => (stands ? 'stands' : wasSet ? 'cleared' : 'none');
  const alert = state(isAlertHeld(said, item), ever('do_not_alert', 'telling_held'));
  const unsafe = state(isUnsafeToTell(said, item), ever('unsafe_tell', 'unsafe_set'));
  return {
    isReadable: !said.some((one) => one.facts.says === 'unreadable'),
    ...{ alert, unsafe, relevance },
    ...(sanitisedText !== undefined && { wording: sanitisedText }),
    to: recipientsIn(said).map((to) => {
      const { release, wording, detriment, detrimentReviewBy } = standsFor(to.audience, to.agencyId);
      return {
        ...to,
        release: release === 'unknown' ? 'none' : release,
        ...(wording !== 'as_it_stands' && { wording: wording.text }),
        detriment: detriment === 'unknown' ? 'none' : detriment,
        ...(detrimentReviewBy !== undefined && { reviewBy: detrimentReviewBy }),
      };
    }),
  };
}
