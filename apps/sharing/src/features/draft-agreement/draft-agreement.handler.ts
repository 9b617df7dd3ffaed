import { isDeepStrictEqual } from 'node:util';
import type { PersonActor } from '@mash/authorisation';
import type { AgreementContent, AgreementFinding, DraftReplaced } from '@mash/contracts';
import { Clock, CodedError, conflict } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { AgreementChronicle } from '../../agreements/agreement-chronicle';
import { AgreementDesk } from '../../agreements/agreement-desk';
import { AgreementDraftRepository } from '../../agreements/agreement-draft.repository';
import { AgreementRepository } from '../../agreements/agreement.repository';
import { requireNamed } from '../../agreements/require-named';
import type { AgreementVersion } from '../../domain/agreements/agreement-version';
import type { AgreementsOfPartnership } from '../../domain/agreements/agreements-of-partnership';

export interface ToDraft {
  readonly look?: (findings: readonly AgreementFinding[]) => void;
  readonly replaces?: DraftReplaced | undefined;
}

/** Saves a draft of the next version. It may be faulty: what is wrong with it is shown beside it, and keeps it from being approved. */
@Injectable()
export class DraftAgreementHandler {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly agreements: AgreementRepository,
    private readonly drafts: AgreementDraftRepository,
    private readonly chronicle: AgreementChronicle,
    private readonly clock: Clock,
  ) {}

  /**
   * @param its.look is given what the register check finds, in the same transaction; what it throws keeps everything as it was
   * @param its.replaces the draft that whoever writes has read
   * @throws 409 SHARING.NOT_NAMED, SHARING.DRAFT_CHANGED, and where the version, its id or its address is taken
   */
  async execute(actor: PersonActor, content: AgreementContent, { look, replaces }: ToDraft = {}): Promise<void> {
    const { partnershipId } = actor;
    const draft: AgreementVersion = { partnershipId, content, state: 'draft', stoppedAt: null };
    await this.desk.change(
      actor,
      'draft',
      () => draft,
      async (tx, _draft, agreements) => {
        refuseWhatIsThere(agreements, content);
        look?.(agreements.findings(draft));
        if (await this.agreements.isOfAnother(tx, partnershipId, content.agreementId)) throw idIsTaken();
        if (isThere(agreements, content)) return;
        if (replaces !== undefined) refuseUnread(agreements, content, { replaces });
        const [at, signatory] = [this.clock.now(), requireNamed(agreements, actor)];
        await this.drafts.save(tx, partnershipId, content, actor.id, at);
        await this.chronicle.keep(tx, draft, { step: 'drafted', at, actor, signatory, change: 'draft' });
      },
    );
  }

  /**
   * @param read the draft that whoever throws it away has read
   * @throws 404; 409 SHARING.NOT_NAMED, SHARING.DRAFT_CHANGED
   */
  async discard(actor: PersonActor, agreementId: string, read?: DraftReplaced): Promise<void> {
    await this.desk.change(
      actor,
      'draft',
      (agreements) => agreements.draftOf(agreementId),
      async (tx, draft, agreements) => {
        if (read !== undefined) refuseUnread(agreements, draft.content, { read });
        const signatory = requireNamed(agreements, actor);
        await this.drafts.remove(tx, draft);
        await this.chronicle.keep(tx, draft, { step: 'discarded', at: this.clock.now(), actor, signatory });
      },
    );
  }
}

/** Sent twice it is saved once: the second time it would be told that somebody had saved another. */
const isThere = (agreements: AgreementsOfPartnership, content: AgreementContent): boolean =>
  isDeepStrictEqual(agreements.draftOf(content.agreementId)?.content, JSON.parse(JSON.stringify(content)));

/**
 * Two people, or one in two windows, who work at one draft: the second is told before the words of the first are gone, or out for approval unread.
 * @param read which one they have read, by the field that says so
 * @throws CodedError SHARING.DRAFT_CHANGED (409)
 */
export function refuseUnread(
  agreements: AgreementsOfPartnership,
  content: AgreementContent,
  its: { readonly replaces: DraftReplaced } | { readonly read: DraftReplaced },
): void {
  const [field, read] = 'read' in its ? (['read', its.read] as const) : (['replaces', its.replaces] as const);
  const saved = agreements.savedDraft(content.agreementId);
  const now = saved?.at.toISOString() ?? 'none';
  if (now === read) return;
  const who = saved?.byName ?? 'Somebody';
  const message =
    saved === undefined
      ? 'The draft that you opened was thrown away since.'
      : `${who} has saved another draft of this agreement since you opened it.`;
  throw new CodedError('SHARING.DRAFT_CHANGED', 409, message, [{ field, code: 'is_now', message: now }]);
}

/** An id belongs to the partnership that first sent an agreement out under it: a file from elsewhere needs another. */
export const idIsTaken = (): CodedError =>
  conflict('SHARING.AGREEMENT_ID_TAKEN', 'Give this agreement another id: this one is taken.');

/** A version is never changed once it has left its draft: a correction is the next one. */
export function refuseWhatIsThere(agreements: AgreementsOfPartnership, content: AgreementContent): void {
  if (agreements.newestKept(content.agreementId) >= content.version)
    throw conflict('SHARING.VERSION_EXISTS', 'This version of the agreement, or a later one, is there already.');
  if (agreements.slugIsTaken(content))
    throw conflict('SHARING.SLUG_TAKEN', 'Another agreement of the partnership has this public address.');
}
