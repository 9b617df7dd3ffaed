import type { Draft } from '@mash/contracts';

/** A sealed draft. Only its author finds it, and only `sharing` can open it. */
export interface DraftRecord {
  readonly draftId: string;
  readonly partnershipId: string;
  readonly authorId: string;
  readonly kind: Draft['kind'];
  readonly about?: string | undefined;
  readonly keyId: string;
  readonly envelope: string;
  readonly savedAt: Date;
}

export const draftOf = (draft: DraftRecord): Draft => ({
  draftId: draft.draftId,
  kind: draft.kind,
  about: draft.about,
  sealed: { kid: draft.keyId, envelope: draft.envelope },
  savedAt: draft.savedAt.toISOString(),
});
