import type { IntakeFacts } from '@mash/contracts';
import { personOnRoster } from '../compose-question';
import { standing } from './identity-of';
import type { IdentityStatement } from './identity-statement';

/** Whether somebody doubts that the hub matched the right person, and nobody has said since whether it is; also of whoever was matched since, under the id that they had. */
export const isMatchDoubted = (
  statements: readonly IdentityStatement[],
  personId: string,
  intake: Pick<IntakeFacts, 'people'>,
): boolean =>
  standing(statements).some(
    ({ about, says }) =>
      about.kind === 'person' &&
      says === 'doubted' &&
      (personOnRoster(intake, about.id)?.personId ?? about.id) === personId,
  );
