import { newId } from '@mash/contracts';
import type { Posted } from '../../../forms/posted';
import { childrenOf, withPerson, type ContactDraft } from '../draft/contact-draft';

/** Reads the one urgent page into a draft: words, a child by whatever name, a number. Nothing in it can be wrong. */
export function readUrgent(posted: Posted, draft: ContactDraft): ContactDraft {
  const where = posted.optional('where');
  const said = [posted.optional('narrative'), where === undefined ? undefined : `Where the child is now: ${where}`];
  const narrative =
    said.filter((part) => part !== undefined).join('\n\n') ||
    draft.concern.narrative ||
    'Sent as urgent without words. Ring the referrer.';
  const telephone = posted.optional('telephone') ?? draft.you.telephone;
  const urgent = {
    ...draft,
    urgent: true,
    concern: { ...draft.concern, narrative },
    you: { ...draft.you, ...(telephone && { telephone }) },
  };
  const [forenames, surname] = [posted.optional('forenames'), posted.optional('surname')];
  if ((forenames === undefined && surname === undefined) || childrenOf(draft).length > 0) return urgent;
  const child = {
    mentionId: newId(),
    kind: 'child',
    relation: 'concern',
    notKnown: [],
    ...(forenames && { forenames }),
    ...(surname && { surname }),
  } as const;
  return withPerson(urgent, { ...child, notKnown: [] });
}
