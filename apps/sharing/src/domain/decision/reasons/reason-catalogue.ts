import { AGREEMENT_REASON_TEXTS } from './agreement.reasons';
import { AUDIENCE_REASON_TEXTS } from './audience.reasons';
import { CONSENT_REASON_TEXTS } from './consent.reasons';
import { GATE_REASON_TEXTS } from './gate.reasons';
import { HOLDER_REASON_TEXTS } from './holder.reasons';
import { PERSON_REASON_TEXTS } from './person.reasons';
import type { Reason } from './reason';
import type { ReasonCode } from './reason-code';

/** Every reason with its sentences and source: a code without an entry does not compile. */
export const REASON_CATALOGUE: Readonly<Record<ReasonCode, Reason>> = {
  ...GATE_REASON_TEXTS,
  ...HOLDER_REASON_TEXTS,
  ...PERSON_REASON_TEXTS,
  ...CONSENT_REASON_TEXTS,
  ...AUDIENCE_REASON_TEXTS,
  ...AGREEMENT_REASON_TEXTS,
};
