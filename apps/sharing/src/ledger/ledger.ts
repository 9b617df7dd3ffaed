import { AuditTrail, type AuditEntry } from '@mash/audit-client';
import { CaseAccessRepository } from '@mash/case-access';
import { DisclosedV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { conflict } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { consentsLock } from '../consent/consent.repository';
import { EnquiryLife } from '../erasure/enquiry-life';
import { ConflictOfInterest } from './conflict-of-interest';
import { DisclosureRepository } from './disclosure.repository';
import type { LedgerActor, LedgerCall, LedgerLine } from './ledger-line';
import { LedgerSeal } from './ledger-seal';
import { VolumeAlarm } from './volume-alarm';

export const REPEATED = 'SHARING.RELEASE_REPEATED';

export interface Written {
  readonly actor: LedgerActor;
  readonly call: LedgerCall;
  readonly lines: readonly LedgerLine[];
  readonly audit: Pick<AuditEntry, 'action' | 'subject'> & Partial<AuditEntry>;
  /** Pack limit of people in an hour. */
  readonly volumeLimit: number;
  /** Immediate protection waits for no audit log that lags. */
  readonly evenIfUnsent?: boolean;
}

const count = (lines: readonly LedgerLine[], visibility: LedgerLine['visibility']): number =>
  lines.filter((line) => line.visibility === visibility).length;

/** Writes what is disclosed, with its audit entry and event, in the transaction after which the caller is answered. No line, no data. */
@Injectable()
export class Ledger {
  constructor(
    private readonly disclosures: DisclosureRepository,
    private readonly seal: LedgerSeal,
    private readonly alarm: VolumeAlarm,
    private readonly life: EnquiryLife,
    private readonly cases: CaseAccessRepository,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * From here until it commits nothing is said of consent: either what is opened is decided on it, or whoever is told of it afterwards finds the
   * line. It is held before the enquiry's life, as whoever states something has it. Immediate protection rests on no consent, and waits for nobody
   * who states one.
   *
   * @throws CodedError SHARING.RELEASE_REPEATED (409): a reload is a new call with a new id; ENQUIRY.NOT_FOUND (404) where the enquiry was
   *   erased while it was being opened: nothing of it goes out after that
   */
  async claim(tx: Tx, call: LedgerCall): Promise<void> {
    const { enquiryId, mode } = call;
    await this.life.holdOpen(tx, enquiryId, mode === 'protect' ? [] : [consentsLock(enquiryId)]);
    if (await this.disclosures.claim(tx, call)) return;
    throw conflict(REPEATED, 'This release was made already. Ask again with a new id.');
  }

  /**
   * Sealing goes on beside the statements that need nothing of it, and is waited for after them also where it fails: nothing may still be
   * written when the transaction is undone.
   *
   * @throws ConflictOfInterest (ENQUIRY.NOT_FOUND, 404) where it was said since the call began that this person has one: whoever opens waits
   *   for owners of facts, and for others who are opening, and what is said meanwhile counts
   */
  async write(tx: Tx, written: Written): Promise<void> {
    const { call, lines } = written;
    const sealing = this.seal.seal(tx, call, lines);
    sealing.catch(() => undefined); // it is thrown where it is awaited
    await this.note(tx, written);
    const sealed = await sealing;
    for (const { detailId, kid, envelope } of sealed)
      await this.disclosures.addDetail(tx, { detailId, releaseId: call.releaseId, kid, envelope });
    const placed = sealed.flatMap(({ detailId, lines: own }) => own.map((line) => ({ ...line, detailId })));
    if (placed.length > 0) await this.disclosures.addLines(tx, call, placed);
    await this.announce(tx, written);
    await this.watch(tx, written);
    await this.refuseConflict(tx, written);
  }

  /** The last thing that is asked before the caller is answered. A system knows no family: what its agency is told is for the agency. */
  private async refuseConflict(tx: Tx, { actor, call, audit }: Written): Promise<void> {
    if (actor.kind !== 'person') return;
    const { conflicts } = await this.cases.of(call.enquiryId, tx);
    if (conflicts.includes(actor.id)) throw new ConflictOfInterest(audit.action);
  }

  /** After everything that another call may have to wait for: the alarm's lock is the last one. */
  private watch(tx: Tx, { actor, call, lines, volumeLimit }: Written): Promise<void> {
    const shownOf = lines.flatMap(({ visibility, personId }) => (visibility === 'shown' ? (personId ?? []) : []));
    return this.alarm.watch(tx, actor, call, { shownOf, limit: volumeLimit });
  }

  private async note(tx: Tx, { actor, call, lines, audit, evenIfUnsent = false }: Written): Promise<void> {
    const counts = { shown: count(lines, 'shown'), withheld: count(lines, 'withheld'), absent: count(lines, 'absent') };
    const personIds = [...new Set(lines.flatMap(({ personId }) => personId ?? []))];
    const [{ purpose } = { purpose: undefined }] = lines;
    await this.audit.record(
      tx,
      {
        actor,
        enquiryId: call.enquiryId,
        outcome: counts.shown > 0 ? 'shown' : 'withheld',
        ...(personIds.length > 0 && { personIds }),
        ...(purpose && { purpose }),
        ...audit,
        counts: { ...counts, ...audit.counts },
      },
      { evenIfUnsent },
    );
  }

  private async announce(tx: Tx, { actor, call, lines }: Written): Promise<void> {
    const { enquiryId, releaseId, mode, partnershipId } = call;
    const told = { enquiryId, releaseId, mode, shown: count(lines, 'shown'), withheld: count(lines, 'withheld') };
    const by = { id: actor.id, kind: actor.kind, agencyId: actor.agencyId };
    await this.outbox.append(
      tx,
      DisclosedV1,
      { ...told, disclosedAt: call.at.toISOString() },
      { partnershipId, correlationId: enquiryId, actor: by },
    );
  }
}
