import type { HolderItem } from '@mash/contracts';
import { toConfirm } from '../domain/recalls/to-confirm';
import type { IdentityStatement } from '../domain/recalls/identity-statement';
import type { HolderStatement } from '../domain/holder/holder-statement';
import { conditionWords } from '../domain/release/condition-words';
import { coversItem } from '../domain/holder/covers-item';
import { standsOfItem } from '../domain/holder/stands-of-item';
import type { OwnItem } from './own-items';

type Stated = HolderItem['stated'][number];

function statedOf({ itemId, facts, content, statedAt }: HolderStatement, ofItem: string): Stated {
  return {
    says: facts.says,
    statedAt: statedAt.toISOString(),
    ...('to' in facts && { to: { ...facts.to } }),
    ...(content.wording !== undefined && { wording: content.wording }),
    ...(facts.says === 'detriment' && facts.reviewBy !== undefined && { reviewBy: facts.reviewBy }),
    ...(facts.says === 'detriment' && content.harm !== undefined && { harm: content.harm }),
    ...(itemId !== ofItem && { isOfAnother: true as const }),
  };
}

/** An item as its own agency reads it: whole, with what the agency has said of it since. */
export function holderItemOf(
  { opened, item, facts }: OwnItem,
  statements: readonly HolderStatement[],
  its: { at: Date; identities: readonly IdentityStatement[]; recipient?: HolderItem['recipient'] },
): HolderItem {
  const { sanitisedText, reference, itemId } = item;
  const { at, identities, recipient } = its;
  const { agencyId, personId, requestId } = opened.ids;
  const { envelopeId } = opened;
  const { alsoIds, alsoOfPerson } = facts;
  const confirmable = toConfirm(
    identities,
    { itemId, alsoOfPerson, envelopeId, requestId, personId },
    opened.facts.identity,
  );
  const said = statements.filter((one) => coversItem(one, { itemId, alsoIds, agencyId }));
  return {
    ...{ itemId, personId, category: item.category, kind: item.kind },
    when: 'date' in item.when ? item.when.date : item.when.approx,
    ...{ text: item.text, source: item.source },
    ...(sanitisedText !== undefined && { sanitisedText }),
    ...(reference !== undefined && { reference }),
    ...(facts.handling !== 'none' && { handling: facts.handling }),
    ...(facts.condition && { condition: conditionWords(facts.condition) }),
    flags: [...facts.flags],
    stated: [...said].reverse().map((one) => statedOf(one, itemId)),
    stands: standsOfItem(said, { facts, agencyId, personId }, at),
    ...(confirmable && { toConfirm: confirmable }),
    ...(recipient && { recipient }),
  };
}
