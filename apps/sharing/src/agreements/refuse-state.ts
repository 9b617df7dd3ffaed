import type { AgreementState } from '@mash/contracts';
import { conflict, type CodedError } from '@mash/service-host';
import { isOpenFor, type AgreementVersion, type LifecycleAction } from '../domain/agreements/agreement-version';

const REFUSALS: Readonly<Record<AgreementState, readonly [code: string, detail: string]>> = {
  draft: ['STILL_DRAFT', 'This version is still a draft. It has to go out for approval first.'],
  proposed: ['APPROVALS_MISSING', 'Not every party has approved this version.'],
  approved: ['ALREADY_APPROVED', 'Every party has approved this version already.'],
  in_force: ['VERSION_IN_FORCE', 'This version is in force already.'],
  superseded: ['VERSION_SUPERSEDED', 'A later version has taken the place of this one.'],
  stopped: ['VERSION_STOPPED', 'Sharing under this version has been stopped. Draw a new one.'],
};
/** Where the usual words would mislead. */
const SPECIAL: Partial<Record<`${LifecycleAction} ${AgreementState}`, readonly [string, string]>> = {
  'propose proposed': ['VERSION_PROPOSED', 'This version is out for approval already.'],
  'stop proposed': ['NOT_IN_FORCE', 'This version is not in force.'],
  'stop approved': ['NOT_IN_FORCE', 'This version is not in force.'],
  'stop draft': ['NOT_IN_FORCE', 'This version is not in force.'],
};

const refusal = (action: LifecycleAction, state: AgreementState): CodedError => {
  const [code, detail] = SPECIAL[`${action} ${state}`] ?? REFUSALS[state];
  return conflict(`SHARING.${code}`, detail);
};

/** @throws 409 that says where the version stands, unless it stands where this may be done */
export function refuseUnlessOpen(action: LifecycleAction, { state }: AgreementVersion): void {
  if (!isOpenFor(action, state)) throw refusal(action, state);
}
