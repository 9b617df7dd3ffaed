import type { IntakeFacts } from '@mash/contracts';
import { personOnRoster } from '../compose-question';
import { asMeant } from './as-meant';
import { standing } from './identity-of';
import type { IdentityStatement } from './identity-statement';

/**
 * Whether somebody doubts that the hub matched the right person, and nobody has said since whether it is. The doubt and the person may each be
 * named by an id from before the match was made, taken back or made anew: whoever the roster says today that they are is one; of an id under which several have stood,
 * whoever was meant when it was doubted. A task that is kept under such an id may be of either: it waits until something is said of that id.
 */
export function isMatchDoubted(
  statements: readonly IdentityStatement[],
  personId: string,
  intake: Pick<IntakeFacts, 'people' | 'idsOfSeveral'>,
): boolean {
  const today = (id: string): string => personOnRoster(intake, id)?.personId ?? id;
  const isDoubt = ({ about, says }: IdentityStatement): boolean => about.kind === 'person' && says === 'doubted';
  const isOwn = standing(statements).some((one) => isDoubt(one) && one.about.id === personId);
  const meant = standing(asMeant(statements, intake)).filter(isDoubt);
  return isOwn || meant.some(({ about, meantId }) => (meantId ?? today(about.id)) === today(personId));
}
