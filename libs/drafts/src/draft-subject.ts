import { authorise, type PersonActor } from '@mash/authorisation';
import { notFound } from '@mash/service-host';
import type { DraftRecord } from './draft.record';

const subjectOf = ({ draftId, partnershipId, authorId }: Pick<DraftRecord, 'draftId' | 'partnershipId' | 'authorId'>) =>
  ({ kind: 'Draft', id: draftId, partnershipId, authorId }) as const;

/** The draft, for its author. To everyone else, managers included, it does not exist. @throws 404 */
export function requireOwnDraft(
  actor: PersonActor,
  action: 'read' | 'discard',
  draft: DraftRecord | undefined,
): DraftRecord {
  if (draft === undefined) throw notFound('Draft');
  authorise(actor, action, subjectOf(draft));
  return draft;
}

/** @throws Refusal for those who only oversee */
export const requireMayKeepDraft = (actor: PersonActor, draftId: string): void =>
  authorise(actor, 'create', subjectOf({ draftId, partnershipId: actor.partnershipId, authorId: actor.id }));
