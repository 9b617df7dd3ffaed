import type { Audience } from '../domain/decision';
import type { RegisteredBody } from './agency.repository';
import { answersForSocialCare } from './answers-for-social-care';

/**
 * As whom immediate protection tells a body: the police, or a council's social care or duty team. Undefined of any other, for which it is an input
 * error (rule book section 2, point 1): a council has help teams, too, and schools.
 */
export function toldInProtect(
  body: Pick<RegisteredBody, 'kind' | 'answersFor'> | undefined,
): Extract<Audience, 'police' | 'team_sc'> | undefined {
  if (body?.kind === 'police') return 'police';
  return body !== undefined && answersForSocialCare(body) ? 'team_sc' : undefined;
}
