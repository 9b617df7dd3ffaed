import type { MakeOutwardProduct } from '@mash/contracts';
import { CodedError } from '@mash/service-host';
import { hubOf } from '../asking/line-matter';
import { REFERRER_AUDIENCE } from '../domain/release/audiences';
import type { Admitted } from '../releases/release-gate';

const refuse = (code: string, detail: string): never => {
  throw new CodedError(code, 422, detail);
};

/**
 * Checks whom a product is for against records: the referrer of this enquiry and no other, a body of the register, people of the roster.
 * @throws CodedError SHARING.AUDIENCE_MISMATCH, SHARING.RECIPIENT_UNKNOWN, SHARING.PERSON_UNKNOWN (422)
 */
export function checkRecipient(product: MakeOutwardProduct, { facts, enquiry }: Admitted): void {
  const isLetter = product.audience.startsWith('referrer_');
  if (isLetter !== (product.kind === 'letter') || isLetter !== (product.purpose === 'FEEDBACK'))
    refuse('SHARING.AUDIENCE_MISMATCH', 'A letter is feedback to the referrer; a handover goes to a team.');
  if (isLetter && product.audience !== REFERRER_AUDIENCE[enquiry.referrerKind])
    refuse('SHARING.AUDIENCE_MISMATCH', 'The referrer of this enquiry is of another kind.');
  // A professional whose call was taken down is told by the hub's own contact officer, by telephone.
  const referrer = enquiry.referrerAgencyId ?? hubOf(facts.bodies);
  if (product.audience === 'referrer_pro' && product.toAgencyId !== referrer)
    refuse('SHARING.AUDIENCE_MISMATCH', 'The letter is for the agency that referred.');
  const body = facts.bodies.find(({ agencyId }) => agencyId === product.toAgencyId);
  const isPublic = isLetter && product.audience !== 'referrer_pro';
  if (body === undefined && !isPublic) refuse('SHARING.RECIPIENT_UNKNOWN', 'The register does not know this body.');
  if (product.audience === 'team_sc' && body?.kind !== 'council')
    refuse('SHARING.AUDIENCE_MISMATCH', 'Social care is a team of a council.');
  const known = new Set(facts.intake.people.map(({ personId }) => personId));
  const named = new Set(product.personIds);
  const areKnown = product.personIds.every((personId) => known.has(personId));
  if (!areKnown || !product.people.every(({ personId }) => named.has(personId)))
    refuse('SHARING.PERSON_UNKNOWN', 'Somebody named is not on the roster of this enquiry.');
}
