import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { ProtectionStartedV1, type StartProtection } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, conflict, notFound } from '@mash/service-host';
import { clockOf, loadPack, type Pack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { EnquiryGate } from '../../access/enquiry-gate';
import { byPerson } from '../../access/event-context';
import { sealedId } from '../../access/sealed-id';
import { hubIsShut } from '../../domain/hub-is-shut';
import type { ClockTimes } from '../../domain/clock-times';
import { protectionReviewClock } from '../../domain/protection-review-clock';
import { startClock } from '../../domain/start-clock';
import { ClockRepository } from '../../persistence/clock.repository';
import type { EnquiryRecord } from '../../persistence/enquiry.record';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { ProtectionRepository, type NoticeRecord } from '../../persistence/protection.repository';
import { StandingKeeper } from '../../persistence/standing.keeper';
import { DutyAgencies } from '../learn-agencies/duty-agencies';

export interface ProtectionBegun {
  readonly protectionId: string;
  readonly outOfHours: boolean;
  readonly reviewBy: string;
}

interface Press {
  readonly enquiry: EnquiryRecord;
  readonly pack: Pack;
  readonly actor: PersonActor;
  readonly command: StartProtection;
  readonly at: Date;
}

/**
 * One press tells police and social care (out of hours the emergency duty team) what is known. It is refused for nothing that is
 * missing: no rating, no roster, no register of agencies, no audit service. It writes here and returns; Kafka takes the rest on.
 */
@Injectable()
export class StartProtectionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: EnquiryGate,
    private readonly agencies: DutyAgencies,
    private readonly enquiries: EnquiryRepository,
    private readonly protections: ProtectionRepository,
    private readonly clocks: ClockRepository,
    private readonly standing: StandingKeeper,
    private readonly outbox: Outbox,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Pressing twice with the same id is one press. @throws CodedError ENQUIRY.NOT_FOUND, SEAL.* */
  async start(actor: PersonActor, enquiryId: string, command: StartProtection): Promise<ProtectionBegun> {
    const { partnershipId, pack: ref } = await this.gate.admit(actor, 'protect', enquiryId);
    for (const { noticeId, sealed } of command.notices)
      sealedId(sealed, { enquiryId, partnershipId, id: noticeId }, { typ: 'outward' });
    const pack = loadPack(ref.id, ref.version);
    const at = this.clock.now();
    const outOfHours = hubIsShut(pack, at);
    const review = protectionReviewClock(pack, at);
    const begun = { protectionId: command.protectionId, outOfHours, reviewBy: review.dueAt.toISOString() };
    return this.unitOfWork.run(async (tx) => {
      const enquiry = await this.enquiries.getForUpdate(tx, enquiryId);
      if (enquiry === undefined) throw notFound('Enquiry');
      if (await this.isPressedAlready(tx, enquiryId, command.protectionId)) return begun;
      const press = { enquiry, pack, actor, command, at };
      const notices = await this.noticesOf(press);
      const { protectionId } = command;
      await this.protections.add(
        tx,
        { protectionId, enquiryId, startedBy: actor.id, startedAt: at, outOfHours },
        notices,
      );
      await this.startClocks(tx, press, notices);
      await this.enquiries.openProtection(tx, enquiryId);
      await this.standing.refresh(tx, enquiryId);
      await this.announce(tx, press, notices, outOfHours);
      return begun;
    });
  }

  private async isPressedAlready(tx: Tx, enquiryId: string, protectionId: string): Promise<boolean> {
    const earlier = await this.protections.find(tx, protectionId);
    if (earlier !== undefined && earlier.enquiryId !== enquiryId)
      throw conflict('DECISION.ID_USED', 'This id belongs to something else.');
    return earlier !== undefined;
  }

  private async noticesOf({ enquiry, pack, command, at }: Press): Promise<NoticeRecord[]> {
    const { enquiryId, partnershipId } = enquiry;
    const { dueAt: receiptDueAt } = startClock(pack, clockOf(pack, 'protection-receipt'), at);
    const agencies = await this.agencies.of(
      partnershipId,
      command.notices.map(({ team }) => team),
    );
    return command.notices.map(({ noticeId, team, sealed }) => ({
      noticeId,
      protectionId: command.protectionId,
      enquiryId,
      partnershipId,
      agencyId: agencies.find((agency) => agency.team === team)?.agencyId ?? team,
      team,
      sentAt: at,
      receiptDueAt,
      ...sealed,
    }));
  }

  private async startClocks(
    tx: Tx,
    { enquiry, pack, command, at }: Press,
    notices: readonly NoticeRecord[],
  ): Promise<void> {
    const start = (code: 'protection-receipt' | 'protection-review', aboutId: string, times: ClockTimes) =>
      this.clocks.start(tx, enquiry.enquiryId, { code, aboutId, ...times });
    await start('protection-review', command.protectionId, protectionReviewClock(pack, at));
    const receipt = startClock(pack, clockOf(pack, 'protection-receipt'), at);
    for (const { noticeId } of notices) await start('protection-receipt', noticeId, receipt);
  }

  private async announce(tx: Tx, press: Press, notices: readonly NoticeRecord[], outOfHours: boolean): Promise<void> {
    const { enquiry, actor, command, at } = press;
    const { enquiryId } = enquiry;
    const { protectionId } = command;
    const recipients = notices.map(({ agencyId, noticeId, team }) => ({ agencyId, noticeId, team }));
    const started = { enquiryId, protectionId, recipients, outOfHours, startedAt: at.toISOString() };
    await this.outbox.append(tx, ProtectionStartedV1, started, byPerson(enquiry, actor, at));
    await this.auditTrail.record(
      tx,
      {
        actor,
        action: 'protection.start',
        subject: { type: 'Protection', id: protectionId },
        enquiryId,
        outcome: 'done',
        counts: { notices: notices.length },
      },
      { evenIfUnsent: true },
    );
  }
}
