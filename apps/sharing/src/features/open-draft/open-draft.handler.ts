import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { OpenDraft } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { openEnvelope, readEnvelopeHeader, SealRefusal } from '@mash/sealing';
import { Clock, CodedError, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnvelopeRefusalRepository } from '../../envelopes/envelope-refusal.repository';
import { KeyStore } from '../../keys/key-store';
import { Signers } from '../../keys/signers';
import { whenSealed } from '../../keys/when-sealed';

/** Opens a draft to its author's own token and to nobody else's. An audit entry, no ledger row: nothing is disclosed to anyone. */
@Injectable()
export class OpenDraftHandler {
  constructor(
    private readonly keyStore: KeyStore,
    private readonly signers: Signers,
    private readonly audit: AuditTrail,
    private readonly refusals: EnvelopeRefusalRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError SEAL.* (422) where the envelope is not this draft, SEAL.KEK_MISSING, SEAL.KMS_UNREACHABLE (503); 404 where it is another author's */
  async execute(actor: PersonActor, draft: OpenDraft): Promise<{ content: unknown }> {
    try {
      return await this.open(actor, draft);
    } catch (error) {
      if (!(error instanceof SealRefusal)) throw error;
      const subject = { type: 'Draft', id: draft.draftId };
      const reasonCode = error.code;
      const entry = { actor, action: 'draft.open', subject, outcome: 'refused', reasonCode } as const;
      await this.audit.recordRead(entry, async (tx) => {
        if (!error.passing && reasonCode !== 'SEAL.KEY_DESTROYED')
          await this.report(tx, actor, draft.draftId, reasonCode);
      });
      const status = error.passing ? 503 : 422;
      throw new CodedError(error.code, status, 'This cannot be opened as the draft that it is said to be.');
    }
  }

  private report(tx: Tx, actor: PersonActor, draftId: string, reasonCode: string): Promise<void> {
    const where = { partnershipId: actor.partnershipId, enquiryId: null, place: 'draft', envelopeId: draftId } as const;
    const by = { presentedBy: actor.id, presenterAgencyId: actor.agencyId };
    return this.refusals.add(tx, { ...where, reasonCode, ...by, at: this.clock.now() });
  }

  private async open(actor: PersonActor, { draftId, sealed }: OpenDraft): Promise<{ content: unknown }> {
    const header = readEnvelopeHeader(sealed.envelope);
    const subject = { type: 'Draft', id: draftId };
    if (header.typ !== 'draft' || header.authorId !== actor.id || header.partnershipId !== actor.partnershipId) {
      await this.audit.recordRead({
        actor,
        action: 'draft.open',
        subject,
        outcome: 'refused',
        reasonCode: 'NOT_THE_AUTHOR',
      });
      throw notFound('Draft');
    }
    const { kid, ...ids } = header;
    // A key that is bound already serves drafts within its enquiry; a key not yet bound serves the form that took it.
    const its = { partnershipId: actor.partnershipId, enquiryId: ids.enquiryId ?? null };
    const privateKey = await this.keyStore.privateKeyFor(kid, its, 'what came in');
    const expected = { ...ids, draftId, authorId: actor.id, partnershipId: actor.partnershipId };
    const opened = await openEnvelope(sealed.envelope, {
      ...{ privateKey, expected, verifierFor: this.signers.find },
      receivedAt: whenSealed,
    });
    await this.audit.recordRead({ actor, action: 'draft.open', subject, outcome: 'shown' });
    return { content: opened.content };
  }
}
