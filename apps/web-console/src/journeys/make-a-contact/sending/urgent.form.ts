import { newId } from '@mash/contracts';
import type { Posted } from '../../../forms/posted';
import { childrenOf, withPerson, type ContactDraft, type DraftPerson } from '../draft/contact-draft';
import { flagsOf, placesOf } from '../draft/protected-places';

export const URGENT_PLACES = ['address'] as const;

/** Reads the one urgent page into a draft: words, a child by whatever name, a number. Nothing in it can be wrong. */
export function readUrgent(posted: Posted, draft: ContactDraft): ContactDraft {
  const narrative =
    posted.optional('narrative') || draft.concern.narrative || 'Sent as urgent without words. Ring the referrer.';
  const whereIsTheChildNow = posted.optional('where');
  const telephone = posted.optional('telephone') ?? draft.you.telephone;
  const urgent = {
    ...draft,
    urgent: true,
    concern: { ...draft.concern, narrative, ...(whereIsTheChildNow !== undefined && { whereIsTheChildNow }) },
    you: { ...draft.you, ...(telephone && { telephone }) },
  };
  return withChild(urgent, {
    ...flagsOf(posted.choices('protectedPlaces', URGENT_PLACES)),
    ...definedOf({ forenames: posted.optional('forenames'), surname: posted.optional('surname') }),
  });
}

const definedOf = (names: { forenames: string | undefined; surname: string | undefined }): Partial<DraftPerson> =>
  Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined));

/** The child by whatever is said of them. Where the draft has children already, what must be kept secret is said of each. */
function withChild(draft: ContactDraft, said: Partial<DraftPerson>): ContactDraft {
  const children = childrenOf(draft);
  if (children.length > 0) {
    const secret = flagsOf(placesOf(said));
    return children.reduce((so, child) => withPerson(so, { ...child, ...secret }), draft);
  }
  if (Object.keys(said).length === 0) return draft;
  return withPerson(draft, { mentionId: newId(), kind: 'child', relation: 'concern', notKnown: [], ...said });
}
