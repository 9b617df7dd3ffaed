import type { AgreementState } from '@mash/contracts';
import type { MaisRoot } from './mais-object';

const NOT_AGREED_YET: readonly AgreementState[] = ['draft', 'proposed', 'approved'];

/** What is not in force yet asks its parties to agree: a request. What is, or was, in force is a policy. */
export const maisRootOf = (state: AgreementState): MaisRoot =>
  NOT_AGREED_YET.includes(state) ? 'SharingRequest' : 'SharingPolicy';
