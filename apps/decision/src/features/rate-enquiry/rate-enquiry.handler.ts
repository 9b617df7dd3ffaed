import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { EnquiryRatedV1, type RateEnquiry } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError, notFound } from '@mash/service-host';
import { loadPack, mayRate, type Pack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { EnquiryGate } from '../../access/enquiry-gate';
import { byPerson } from '../../access/event-context';
import { sealedId } from '../../access/sealed-id';
import { unlessRefused } from '../../access/unless-refused';
import { decideClockAfterRating, type ReclockRule } from '../../domain/decide-clock-after-rating';
import { rateEnquiry, type RatingToKeep } from '../../domain/rate-enquiry';
import { ClockRepository } from '../../persistence/clock.repository';
import type { EnquiryRecord } from '../../persistence/enquiry.record';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { RatingRepository } from '../../persistence/rating.repository';
import { StandingKeeper } from '../../persistence/standing.keeper';

/** What a rating came to. `clockRule` says what it did to the decision clock. */
export interface RatingKept {
  readonly ratingId: string;
  readonly version: number;
  readonly decideBy: string;
  readonly clockRule: ReclockRule;
}

interface Rating {
  readonly enquiry: EnquiryRecord;
  readonly pack: Pack;
  readonly actor: PersonActor;
  readonly command: RateEnquiry;
  readonly ratingId: string;
  readonly kept: RatingToKeep;
  readonly ratedAt: Date;
}

@Injectable()
export class RateEnquiryHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: EnquiryGate,
    private readonly enquiries: EnquiryRepository,
    private readonly ratings: RatingRepository,
    private readonly clocks: ClockRepository,
    private readonly standing: StandingKeeper,
    private readonly outbox: Outbox,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError ENQUIRY.NOT_FOUND, ENQUIRY.RATE_NOT_ALLOWED, DECISION.NOT_QUALIFIED_TO_RATE (by the pack), and what the rules of rating refuse */
  async rate(actor: PersonActor, enquiryId: string, command: RateEnquiry): Promise<RatingKept> {
    const { partnershipId, pack: ref } = await this.gate.admit(actor, 'rate', enquiryId);
    const pack = loadPack(ref.id, ref.version);
    if (!mayRate(pack, actor.roles, actor.clearances)) await this.refuseUnqualified(actor, enquiryId);
    const ratingId = sealedId(command.sealed, { enquiryId, partnershipId }, { typ: 'note', authorId: actor.id });
    return this.unitOfWork.run(async (tx) => {
      const enquiry = await this.enquiries.getForUpdate(tx, enquiryId);
      if (enquiry === undefined) throw notFound('Enquiry');
      const kept = unlessRefused(() => rateEnquiry(pack, enquiry, command));
      return this.keep(tx, { enquiry, pack, actor, command, ratingId, kept, ratedAt: this.clock.now() });
    });
  }

  private async keep(tx: Tx, rating: Rating): Promise<RatingKept> {
    const { enquiry, actor, command, ratingId, kept, ratedAt } = rating;
    const { enquiryId } = enquiry;
    await this.addRows(tx, rating);
    const { version, colour, thresholdVersion } = kept;
    await this.enquiries.saveRating(tx, enquiryId, {
      colour,
      version,
      threshold: command.threshold.level,
      thresholdVersion,
    });
    const { dueAt, rule } = await this.moveClocks(tx, rating);
    await this.standing.refresh(tx, enquiryId);
    await this.outbox.append(tx, EnquiryRatedV1, this.announcement(rating), byPerson(enquiry, actor, ratedAt));
    await this.auditTrail.record(tx, {
      actor,
      action: 'enquiry.rate',
      subject: { type: 'Rating', id: ratingId },
      enquiryId,
      outcome: 'done',
    });
    return { ratingId, version, decideBy: dueAt.toISOString(), clockRule: rule };
  }

  private async addRows(tx: Tx, { enquiry, actor, command, ratingId, kept, ratedAt }: Rating): Promise<void> {
    const { enquiryId, rosterVersion } = enquiry;
    const { thresholdVersion, ...stated } = kept;
    const by = { ratedBy: actor.id, ratedByRole: actor.roles[0] ?? 'mash-manager', ratedAt };
    const { strategy, departureReason } = command;
    const departure = kept.departed ? { departureReason } : {};
    await this.ratings.add(
      tx,
      { ratingId, enquiryId, rosterVersion, strategy, ...departure, ...stated, ...by, ...command.sealed },
      { enquiryId, version: thresholdVersion, ...command.threshold, judgedBy: actor.id, judgedAt: ratedAt },
    );
  }

  private async moveClocks(tx: Tx, { enquiry, pack, ratingId, kept, ratedAt }: Rating) {
    const { enquiryId, receivedAt, ratingVersion } = enquiry;
    await this.clocks.meet(tx, enquiryId, 'rate', ratedAt);
    await this.clocks.meet(tx, enquiryId, 'screen', ratedAt);
    const running = await this.clocks.find(tx, enquiryId, 'decide');
    if (running === undefined) throw new Error('Every enquiry opens with a decision clock');
    const asked = { colour: kept.colour, receivedAt, ratedAt, running, isFirst: ratingVersion === 0 };
    const to = decideClockAfterRating(pack, asked);
    const moves = running.metAt === undefined && to.dueAt.getTime() !== running.dueAt.getTime();
    if (moves) await this.clocks.move(tx, running, to, { rule: to.rule, causeId: ratingId, at: ratedAt });
    return to;
  }

  private announcement({ enquiry, actor, command, ratingId, kept, ratedAt }: Rating): EnquiryRatedV1['data'] {
    const { version, ...rest } = kept;
    return {
      ...rest,
      enquiryId: enquiry.enquiryId,
      ratingId,
      ratingVersion: version,
      threshold: command.threshold.level,
      rosterVersion: enquiry.rosterVersion,
      pack: enquiry.pack,
      ratedBy: actor.id,
      ratedAt: ratedAt.toISOString(),
    };
  }

  private async refuseUnqualified(actor: PersonActor, enquiryId: string): Promise<never> {
    const reasonCode = 'DECISION.NOT_QUALIFIED_TO_RATE';
    const subject = { type: 'Enquiry', id: enquiryId };
    await this.auditTrail.recordRead({
      actor,
      action: 'enquiry.rate',
      subject,
      enquiryId,
      outcome: 'refused',
      reasonCode,
    });
    throw new CodedError(
      reasonCode,
      403,
      'Ratings are made by managers, and by analysts who are qualified social workers.',
    );
  }
}
