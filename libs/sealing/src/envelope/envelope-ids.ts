import { AgencyId, Id } from '@mash/contracts';
import { z } from 'zod';
import { KeyId } from '../keys/jwk';

const agencyId = AgencyId.regex(/^[a-z0-9][a-z0-9:-]*$/);
const version = z.number().int().positive().describe('Version of the thing sealed: an answer sent again is 2');
const envelope = <const Type extends string, Shape extends z.ZodRawShape>(typ: Type, ids: Shape) =>
  z.strictObject({ typ: z.literal(typ), partnershipId: Id, version, ...ids });

/**
 * The kinds of envelope and the ids each one carries in its protected header, where anyone who holds the row can read them.
 * Ids only, by shape: a field that could hold words does not exist here. The same ids are signed inside.
 */
export const EnvelopeIds = z.discriminatedUnion('typ', [
  /**
   * A concern as it came in: narrative, what to keep from the family and why. It is sealed before its enquiry exists; the key, which
   * binds once to one enquiry, ties it there.
   */
  envelope('contact', { contactId: Id }),
  /** Who called, sealed apart from the concern, so that one can be shown without the other. */
  envelope('caller', { contactId: Id }),
  /** What somebody was told before they answered about consent, as it came with the concern, before its enquiry exists. */
  envelope('consent', { contactId: Id, noteId: Id }),
  /** Work of one author that is not sent yet; opens to that author's token only. */
  envelope('draft', { draftId: Id, authorId: Id, enquiryId: Id.optional(), requestId: Id.optional() }),
  /** What the hub asks one agency about one person: names and identifiers inside. */
  envelope('request', { enquiryId: Id, requestId: Id, agencyId, personId: Id }),
  /** What one agency knows of one person. */
  envelope('answer', { enquiryId: Id, requestId: Id, answerId: Id, agencyId, personId: Id }),
  /** The hub's part of a decision's rationale. */
  envelope('decision', { enquiryId: Id, decisionId: Id, personId: Id.optional() }),
  /** Why a human released, refused, overrode, or judged sharing detrimental. */
  envelope('review', { enquiryId: Id, reviewId: Id }),
  /** What goes out to a receiving team, sealed anew to a key of the receiving case. */
  envelope('outward', { enquiryId: Id, productId: Id, agencyId, personId: Id.optional() }),
  /** What the referrer is told. */
  envelope('feedback', { enquiryId: Id, feedbackId: Id, contactId: Id }),
  /** Any other words of one author that belong to an enquiry: reasons, grounds, what a person said. */
  envelope('note', { enquiryId: Id, noteId: Id, authorId: Id, personId: Id.optional() }),
  /**
   * Why somebody broke the glass of an enquiry that was closed to them. They may not know the enquiry yet; the key, which binds once to one
   * enquiry, ties it there.
   */
  envelope('glass', { glassId: Id, authorId: Id }),
  /** An address, school or surgery that is protected. */
  envelope('place', { placeId: Id, personId: Id, enquiryId: Id.optional() }),
  /** Category and reason of one line of the disclosure ledger. */
  envelope('disclosure', { enquiryId: Id, disclosureId: Id }),
  /** What the holder of one item says of it: release, wording, refusal, detriment. */
  envelope('statement', { enquiryId: Id, statementId: Id, itemId: Id, agencyId, authorId: Id }),
  /** Rule and reasons of a decision about one item, one product or one notice. */
  envelope('ruling', { enquiryId: Id, sharingDecisionId: Id }),
  /** The items whose conditions a viewer has accepted. */
  envelope('acceptance', { enquiryId: Id, acceptanceId: Id }),
]);
export type EnvelopeIds = z.infer<typeof EnvelopeIds>;
export type EnvelopeType = EnvelopeIds['typ'];
export type EnvelopeIdsOf<Type extends EnvelopeType> = Extract<EnvelopeIds, { typ: Type }>;

/** An envelope's ids with the key it is sealed to. */
export type EnvelopeHeader = EnvelopeIds & { kid: string };

/** Reads ids and kid out of an untrusted object; unknown fields are refused. */
export function parseHeader(candidate: Record<string, unknown>): EnvelopeHeader | undefined {
  const { kid, ...ids } = candidate;
  const [key, rest] = [KeyId.safeParse(kid), EnvelopeIds.safeParse(ids)];
  return key.success && rest.success ? { ...rest.data, kid: key.data } : undefined;
}

/** The names of the fields in which two sets of ids differ; a field that only one has is a difference. */
export function differingFields(one: object, other: object): string[] {
  const [a, b] = [new Map<string, unknown>(Object.entries(one)), new Map<string, unknown>(Object.entries(other))];
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name)).sort();
}
