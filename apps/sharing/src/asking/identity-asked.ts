import type { Matter } from '../domain/compose-question';
import { identityOf } from '../domain/recalls/identity-of';
import type { EnquiryFacts } from './enquiry-facts';

interface Asked {
  readonly agencyId: string;
  readonly personId: string;
  /** None yet, of a question that nobody has sent. */
  readonly requestId?: string;
  readonly askedAt: string;
}

/** What was said of answers is no matter of the question. */
const NO_ENVELOPE = { itemId: '', envelopeId: '' } as const;

/**
 * The identity fact of a question (rule rows R-ID-01b, R-ID-02) where somebody has said since that its person was matched wrongly, that the request
 * is about somebody else, or that it went to the wrong agency. Nothing where nobody has, or has taken it back: then the roster says it, for what was said
 * of a request confirms no match.
 */
export function identityAsked(
  { identities }: Pick<EnquiryFacts, 'identities'>,
  { agencyId, personId, requestId, askedAt }: Asked,
): Pick<Matter, 'item' | 'identitySaid'> {
  const thing = { ...NO_ENVELOPE, askedIn: requestId, personId, askedAt: new Date(askedAt) };
  const to = { agencyId };
  const identity = identityOf(identities, thing, to);
  if (identity === undefined || identity === 'confirmed') return {};
  const own = identities.filter((one) => identityOf([one], thing, to) !== undefined);
  const newest = own.at(-1);
  if (newest === undefined) return {};
  const identitySaid = { author: newest.statedBy, at: newest.statedAt.toISOString(), version: own.length };
  return { item: { identity }, identitySaid };
}
