import type { IntakeFacts } from '@mash/contracts';
import { asMeant, saidOfSame } from '../domain/recalls/as-meant';
import { doubtsOfEarlier } from '../domain/recalls/doubts-of-earlier';
import { isOfRecipient, saidOfOthers, standing } from '../domain/recalls/identity-of';
import type { IdentityStatement } from '../domain/recalls/identity-statement';
import type { IdentityStatementRow } from './identity-statement.repository';
import type { RecallScope } from './recall-scopes';

/** What stands when somebody says something of a thing. */
export interface SaidBefore {
  /** Of this very thing, and of whom it would mean now. */
  readonly earlier: readonly IdentityStatementRow[];
  /** Of another that came under the id of the item, and stands against it. */
  readonly ofOthers: readonly IdentityStatementRow[];
  /** Doubts of the person from when they stood under an id that is another's by now. */
  readonly ofEarlier: readonly IdentityStatementRow[];
}

/** @param scope how far the thing reaches; left out where nothing was asked of it */
export function saidBefore(
  all: readonly IdentityStatementRow[],
  its: Pick<IdentityStatement, 'about' | 'statedAt'>,
  scope: Pick<RecallScope, 'answered'> | undefined,
  intake: IntakeFacts,
): SaidBefore {
  const { kind, id } = its.about;
  const item = scope?.answered.flatMap(({ items }) => items).find(({ itemId }) => kind === 'item' && itemId === id);
  return {
    earlier: standing(saidOfSame(all, its, intake)),
    ofOthers: item ? saidOfOthers(all, item) : [],
    ofEarlier: kind === 'person' ? doubtsOfEarlier(asMeant(all, intake), id, intake) : [],
  };
}

/** The newest that stands of whom the thing is about, whatever it says; null where nobody has said anything. */
export const lastSaidOf = ({ earlier, ofOthers, ofEarlier }: SaidBefore): string | null =>
  [...earlier, ...ofOthers, ...ofEarlier]
    .filter((one) => !isOfRecipient(one))
    .sort((one, other) => one.statedAt.getTime() - other.statedAt.getTime())
    .at(-1)?.statementId ?? null;
