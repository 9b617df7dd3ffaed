import type { RequestDetail } from '@mash/contracts';
import { parseKey, SealingPublicKey } from '@mash/sealing';
import { ServiceProblem } from '../../../api-clients/service-errors';

/** The key that a request's answer is sealed to. @throws ServiceProblem where the request has not been given one yet */
export function answerKeyOf({ answerKey }: Pick<RequestDetail, 'answerKey'>): SealingPublicKey {
  if (answerKey === undefined)
    throw new ServiceProblem('agency-requests', 409, 'REQUESTS.NO_KEY', 'This request cannot be answered yet.');
  return parseKey(SealingPublicKey, { ...answerKey.jwk, kid: answerKey.kid });
}
