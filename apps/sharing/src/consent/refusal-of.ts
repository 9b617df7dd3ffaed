import { CodedError } from '@mash/service-host';
import type { ConsentFault } from '../domain/consent/consent-faults';

/** Stable codes of what is wrong; the field errors say where. The first that fits is the answer's own code. */
const CODES: readonly (readonly [fault: string, code: string, detail: string])[] = [
  ['future', 'CONSENT.IN_FUTURE', 'A statement cannot be later than now.'],
  ['not_on_roster', 'CONSENT.PERSON_NOT_ON_ROSTER', 'Somebody named in this statement is not on the roster.'],
  ['unknown_agency', 'CONSENT.BODY_UNKNOWN', 'An agency named in this statement is not in the register.'],
];

/** What is wrong with a statement, as its sender reads it. */
export function refusalOf(faults: readonly ConsentFault[]): CodedError {
  const found = CODES.find(([code]) => faults.some((fault) => fault.code === code));
  const [, code, detail] = found ?? ['', 'CONSENT.INCOMPLETE', 'Something is missing, or does not fit together.'];
  return new CodedError(code, 422, detail, [...faults]);
}
