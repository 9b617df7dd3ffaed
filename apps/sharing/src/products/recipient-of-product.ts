import type { MakeOutwardProduct } from '@mash/contracts';
import { CodedError } from '@mash/service-host';
import { hubOf } from '../asking/line-matter';
import { REFERRER_AUDIENCE } from '../domain/release/audiences';
import type { Admitted } from '../releases/release-gate';

const refuse = (code: string, detail: string): never => {
  throw new CodedError(code, 422, detail);
};

/**
 * A letter is for the referrer of this enquiry, whatever agency is posted with it: whoever puts it together knows none of a caller, and is paid by one of
 * their own. Whoever rang is told by the hub's own people, by telephone; a member of the public is of no agency, and the letter stays the hub's.
 */
export function addressed(product: MakeOutwardProduct, { facts, enquiry }: Admitted): MakeOutwardProduct {
  if (product.kind !== 'letter') return product;
  return { ...product, toAgencyId: enquiry.referrerAgencyId ?? hubOf(facts.bodies) };
}

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
