import type { AgreementContent, AgreementFinding } from '@mash/contracts';

/** The last day and the review do not lie before the first day. */
export function checkDates({ inForceFrom, inForceTo, reviewDue }: AgreementContent): AgreementFinding[] {
  const findings: AgreementFinding[] = [];
  if (inForceTo !== undefined && inForceTo < inForceFrom)
    findings.push({ field: 'inForceTo', code: 'ENDS_BEFORE_IT_STARTS', message: 'The last day is before the first' });
  if (reviewDue <= inForceFrom)
    findings.push({
      field: 'reviewDue',
      code: 'REVIEW_BEFORE_START',
      message: 'The review is not after the first day',
    });
  return findings;
}
