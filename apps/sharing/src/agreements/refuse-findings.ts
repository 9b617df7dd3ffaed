import type { AgreementFinding } from '@mash/contracts';
import { CodedError } from '@mash/service-host';

/** @throws 422 with each finding of the register check as a field of the version */
export function refuseFindings(findings: readonly AgreementFinding[]): void {
  if (findings.length === 0) return;
  const detail = 'This version does not pass the register check.';
  throw new CodedError('SHARING.AGREEMENT_FAULTY', 422, detail, [...findings]);
}
