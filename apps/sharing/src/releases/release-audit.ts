import { AuditTrail, type RecordOptions } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { EnvelopePlace, ReleasedItem } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { SealRefusal } from '@mash/sealing';
import { Clock, CodedError } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnvelopeRefusalRepository } from '../envelopes/envelope-refusal.repository';
import { ConflictOfInterest } from '../ledger/conflict-of-interest';
import { REPEATED } from '../ledger/ledger';
import type { LedgerActor } from '../ledger/ledger-line';
import { ANSWER_REJECTED, NOT_CHECKED_YET, type NotOpened, type Opened } from './envelope-opener';

/** A question that was asked under an agreement which a party has stopped since: it opens once it is decided again. */
export const AGREEMENT_STOPPED = 'SHARING.AGREEMENT_STOPPED';

/** Refused for other reasons than that the envelope is not what it should be: nobody need look into them. */
const NO_ATTACK: readonly string[] = [
  NOT_CHECKED_YET,
  ANSWER_REJECTED, // they have been asked to look into it already
  'SHARING.NOT_FOUND',
  AGREEMENT_STOPPED,
  'SHARING.REQUEST_RECALLED',
  'SHARING.NOTICE_RECALLED',
  'SEAL.KEY_DESTROYED',
];

/** What went wrong in a release leaves an entry: envelopes that were copied or relabelled, and calls that were made before. */
@Injectable()
export class ReleaseAudit {
  constructor(
    private readonly audit: AuditTrail,
    private readonly refusals: EnvelopeRefusalRepository,
    private readonly clock: Clock,
  ) {}

  async refusedEnvelopes(
    tx: Tx,
    its: { actor: LedgerActor; enquiryId: string; refused: readonly NotOpened[]; place?: EnvelopePlace },
    options: RecordOptions = {},
  ): Promise<void> {
    for (const { envelopeId, code } of its.refused) {
      const subject = { type: 'Envelope', id: envelopeId };
      const entry = { actor: its.actor, action: 'release.refuse-envelope', subject, enquiryId: its.enquiryId };
      await this.audit.record(tx, { ...entry, outcome: 'refused', reasonCode: code }, options);
      if (!NO_ATTACK.includes(code)) await this.report(tx, { ...its, envelopeId, reasonCode: code });
    }
  }

  /** Puts it before information governance. */
  async report(
    tx: Tx,
    its: { actor: LedgerActor; enquiryId?: string; envelopeId: string; reasonCode: string; place?: EnvelopePlace },
  ): Promise<void> {
    const { actor, enquiryId = null, envelopeId, reasonCode, place = 'release' } = its;
    const where = { partnershipId: actor.partnershipId, enquiryId, place, envelopeId, reasonCode };
    const by = { presentedBy: actor.id, presenterAgencyId: actor.agencyId };
    await this.refusals.add(tx, { ...where, ...by, at: this.clock.now() });
  }

  /** An envelope of this service's own that does not open was put there by somebody else: audited and reported, then a coded refusal. */
  noteUnopenable(
    actor: LedgerActor,
    its: { enquiryId: string; envelopeId: string; place: EnvelopePlace },
    action: string,
  ) {
    return async (error: unknown): Promise<never> => {
      if (!(error instanceof SealRefusal) || error.passing) throw error;
      const reasonCode = error.code;
      const subject = { type: 'Envelope', id: its.envelopeId };
      const entry = { actor, action, subject, enquiryId: its.enquiryId, outcome: 'refused', reasonCode } as const;
      await this.audit.recordRead(entry, async (tx) => {
        if (!NO_ATTACK.includes(reasonCode)) await this.report(tx, { actor, ...its, reasonCode });
      });
      throw new CodedError(reasonCode, 422, 'This cannot be opened as what it is said to be.');
    };
  }

  /** Learning who told has an entry of its own, beside that of the release: it is the first thing that is asked when a name got out. */
  async callers(
    tx: Tx,
    its: {
      actor: PersonActor;
      enquiryId: string;
      items: readonly ReleasedItem[];
      opened: readonly (Opened | NotOpened)[];
    },
    options: RecordOptions = {},
  ): Promise<void> {
    for (const one of its.opened) {
      if (one.kind !== 'document' || one.ids.typ !== 'caller') continue;
      const item = its.items.find(({ envelopeId }) => envelopeId === one.envelopeId);
      const subject = { type: 'Contact', id: one.ids.contactId };
      const outcome = item?.visibility ?? 'refused';
      const who = { actor: its.actor, action: 'caller.open', subject, enquiryId: its.enquiryId };
      await this.audit.record(tx, { ...who, outcome }, options);
    }
  }

  /** Lets the error through, once the entry is there of what the ledger refused: a repetition, and a conflict of interest said meanwhile. */
  noteRefused(actor: LedgerActor, enquiryId: string, releaseId: string) {
    return async (error: unknown): Promise<never> => {
      if (error instanceof CodedError && error.code === REPEATED) {
        const entry = { actor, action: 'release.request', subject: { type: 'Release', id: releaseId }, enquiryId };
        await this.audit.recordRead({ ...entry, outcome: 'refused', reasonCode: REPEATED });
      }
      if (error instanceof ConflictOfInterest) {
        const entry = { actor, action: error.action, subject: { type: 'Enquiry', id: enquiryId }, enquiryId };
        await this.audit.recordRead({ ...entry, outcome: 'refused', reasonCode: 'CONFLICT' });
      }
      throw error;
    };
  }
}
