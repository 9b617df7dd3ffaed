import type { IntakeFacts } from '@mash/contracts';
import { personOnRoster } from '../compose-question';
import { asMeant } from './as-meant';
import { withoutEnded } from './doubts-of-earlier';
import type { IdentityStatement } from './identity-statement';

/**
 * Whether somebody doubts that the hub matched the right person, and nobody has said since whether it is. The doubt and the person may each be
 * named by an id from before the match was made, taken back or made anew: whoever the roster says today that they are is one; of an id under which several have stood,
 * whoever was meant when it was doubted. A task that is kept under such an id may be of either: it waits until it is said of each who is doubted.
 */
export function isMatchDoubted(
  statements: readonly IdentityStatement[],
  personId: string,
  intake: Pick<IntakeFacts, 'people' | 'idsOfSeveral'>,
): boolean {
  const today = (id: string): string => personOnRoster(intake, id)?.personId ?? id;
  const doubts = withoutEnded(asMeant(statements, intake), intake).filter(
    ({ about, says }) => about.kind === 'person' && says === 'doubted',
  );
  return doubts.some(({ about, meantId }) => about.id === personId || (meantId ?? today(about.id)) === today(personId));
}
