import type { SharingQuestion } from '../facts/sharing-question';

/** Of the reasons that may be struck, those that are a refusal, a withdrawal or a dispute. */
const REFUSAL_WITHDRAWAL_DISPUTE = ['CONSENT_REFUSED', 'HELP_BY_AGREEMENT', 'CONSENT_WITHDRAWN', 'PARENTS_DISAGREE'];

/**
 * Section 6, Override: life alone; significant harm only at section 47; a silent holder only with one of these two; the child's welfare
 * only between bound bodies, and alone it outweighs a refusal, withdrawal or dispute. Each ground that is named must hold.
 */
export function overrideHolds({ override, threshold, fromDuty, toDuty }: SharingQuestion): boolean {
  if (override === 'none' || override.strikes.length === 0) return false;
  const { grounds, strikes } = override;
  const life = grounds.includes('OV_LIFE');
  const harm = grounds.includes('OV_HARM');
  const welfare = grounds.includes('OV_WELFARE');
  if (harm && threshold !== 's47') return false;
  if (welfare && !(fromDuty === 'bound' && toDuty === 'bound')) return false;
  if (life || harm) return true;
  const onlyWelfare = welfare && !grounds.includes('OV_SILENT');
  return onlyWelfare && strikes.every((reason) => REFUSAL_WITHDRAWAL_DISPUTE.includes(reason));
}
