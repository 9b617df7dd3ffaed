import { AuditTrail, type RecordOptions } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { ReleasedItem } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { CodedError } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { REPEATED } from '../ledger/ledger';
import type { NotOpened, Opened } from './envelope-opener';

/** What went wrong in a release leaves an entry: envelopes that were copied or relabelled, and calls that were made before. */
@Injectable()
export class ReleaseAudit {
  constructor(private readonly audit: AuditTrail) {}

  async refusedEnvelopes(
    tx: Tx,
    its: { actor: PersonActor; enquiryId: string; refused: readonly NotOpened[] },
    options: RecordOptions = {},
  ): Promise<void> {
    for (const { envelopeId, code } of its.refused) {
      const subject = { type: 'Envelope', id: envelopeId };
      const entry = { actor: its.actor, action: 'release.refuse-envelope', subject, enquiryId: its.enquiryId };
      await this.audit.record(tx, { ...entry, outcome: 'refused', reasonCode: code }, options);
    }
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

  /** Lets the error through, once the entry is there where it was a repetition. */
  noteRepeated(actor: PersonActor, enquiryId: string, releaseId: string) {
    return async (error: unknown): Promise<never> => {
      if (error instanceof CodedError && error.code === REPEATED) {
        const entry = { actor, action: 'release.request', subject: { type: 'Release', id: releaseId }, enquiryId };
        await this.audit.recordRead({ ...entry, outcome: 'refused', reasonCode: REPEATED });
      }
      throw error;
    };
  }
}
