import type { ConsentKind } from '@mash/contracts';
import type { KeptStatement } from './consent-of-subject';

/**
 * The statement by which a person's consent to sharing was taken back: of several one after the other the first, of which bodies were told where
 * anything rested on it then. Undefined where nobody took anything back.
 * @param statements newest first
 */
export function takenBackBy<Statement extends KeptStatement & { readonly kind: ConsentKind }>(
  statements: readonly Statement[],
  personId: string,
): Statement | undefined {
  const own = statements.filter((one) => one.personId === personId && one.kind === 'sharing');
  const yes = own.findIndex(({ state }) => state === 'given');
  const isBack = ({ state }: Statement): boolean => state === 'withdrawn';
  return own.slice(0, yes === -1 ? own.length : yes).findLast(isBack) ?? own.find(isBack);
}
