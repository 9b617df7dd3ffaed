import type { IntakeFacts } from '@mash/contracts';
import { personOnRoster } from '../compose-question';
import { standing } from './identity-of';
import type { IdentityStatement } from './identity-statement';

/**
 * Whether somebody doubts that the hub matched the right person, and nobody has said since whether it is. The doubt and the person may each be
 * named by an id from before the match was made, taken back or made anew: whoever the roster says today that they are is one.
 */
export function isMatchDoubted(
  statements: readonly IdentityStatement[],
  personId: string,
  intake: Pick<IntakeFacts, 'people'>,
): boolean {
  const today = (id: string): string => personOnRoster(intake, id)?.personId ?? id;
  return standing(statements).some(
    ({ about, says }) => about.kind === 'person' && says === 'doubted' && today(about.id) === today(personId),
  );
}
