import { AuditTrail } from '@mash/audit-client';
import { authorise, type PersonActor } from '@mash/authorisation';
import { CaseAnsweredV1, type AcceptCase, type ReturnCase } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { byPerson } from '../../access/event-context';
import { sealedId } from '../../access/sealed-id';
import { inboxTeamsOf } from '../../domain/inbox-teams';
import { AccessRepository } from '../../persistence/access.repository';
import { ClockRepository } from '../../persistence/clock.repository';
import type { EnquiryRecord } from '../../persistence/enquiry.record';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { RouteRepository, type RouteAnswer, type RouteRecord } from '../../persistence/route.repository';
import { StandingKeeper } from '../../persistence/standing.keeper';
import { DecisionFlagger } from '../flag-decision/decision-flagger';

/** The receiving team takes a case, with a worker, or sends it back, with a reason. It does one of the two, once. */
@Injectable()
export class AnswerRouteHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly enquiries: EnquiryRepository,
    private readonly routes: RouteRepository,
    private readonly access: AccessRepository,
    private readonly clocks: ClockRepository,
    private readonly standing: StandingKeeper,
    private readonly flagger: DecisionFlagger,
    private readonly outbox: Outbox,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError ROUTE_ITEM.NOT_FOUND, DECISION.ANSWERED_ALREADY */
  async accept(actor: PersonActor, routeId: string, { workerName }: AcceptCase): Promise<void> {
    await this.answer(actor, routeId, { state: 'accepted', workerName });
  }

  /** A return flags the decision: the children are nobody's until the hub has looked again. @throws as `accept`, and SEAL.* */
  async return(actor: PersonActor, routeId: string, { reasonCode, sealed }: ReturnCase): Promise<void> {
    const { enquiryId, partnershipId } = await this.mine(actor, routeId);
    sealedId(sealed, { enquiryId, partnershipId, id: routeId }, { typ: 'note', authorId: actor.id });
    await this.answer(actor, routeId, { state: 'returned', reasonCode, ...sealed });
  }

  private async mine(actor: PersonActor, routeId: string, tx?: Tx): Promise<RouteRecord> {
    const route = await this.routes.ofTeam(actor, inboxTeamsOf(actor.roles), routeId, tx);
    if (route === undefined) throw notFound('RouteItem');
    return route;
  }

  private async answer(
    actor: PersonActor,
    routeId: string,
    given: Omit<RouteAnswer, 'answeredAt' | 'answeredBy'>,
  ): Promise<void> {
    const { enquiryId } = await this.mine(actor, routeId);
    await this.unitOfWork.run(async (tx) => {
      const enquiry = await this.enquiries.getForUpdate(tx, enquiryId);
      const route = await this.mine(actor, routeId, tx);
      if (enquiry === undefined) throw notFound('RouteItem');
      await this.mayAnswer(tx, actor, enquiry, route);
      if (route.state !== 'waiting')
        throw conflict('DECISION.ANSWERED_ALREADY', 'This case has been taken or returned already.');
      const answer = { ...given, answeredAt: this.clock.now(), answeredBy: actor.id };
      await this.routes.answer(tx, routeId, answer);
      await this.clocks.meet(tx, enquiryId, 'route-answer', answer.answeredAt, routeId);
      await this.standing.refresh(tx, enquiryId);
      await this.announce(tx, enquiry, actor, route, answer);
    });
  }

  /** The hub answers for services that have no inbox here; a team answers for itself, by the policy. @throws Refusal */
  private async mayAnswer(
    tx: Tx,
    actor: PersonActor,
    enquiry: EnquiryRecord,
    { team, routeId }: RouteRecord,
  ): Promise<void> {
    if (team !== 'social-care' && team !== 'early-help') return;
    const attributes = { ...(await this.access.caseAttributesOf(enquiry, tx)), id: routeId };
    authorise(actor, 'answer', { kind: 'RouteItem', ...attributes, team, open: true });
  }

  private async announce(
    tx: Tx,
    enquiry: EnquiryRecord,
    actor: PersonActor,
    route: RouteRecord,
    answer: RouteAnswer,
  ): Promise<void> {
    const { enquiryId } = enquiry;
    const { routeId, team } = route;
    const { state, reasonCode, answeredAt: at } = answer;
    const context = byPerson(enquiry, actor, at);
    if (state === 'returned')
      await this.flagger.flag(tx, enquiry, { because: 'case_returned', causeId: routeId, at }, context);
    const reason = reasonCode === undefined ? {} : { reasonCode };
    const answered = { enquiryId, routeId, team, answer: state, ...reason, answeredAt: at.toISOString() };
    await this.outbox.append(tx, CaseAnsweredV1, answered, context);
    const action = state === 'accepted' ? 'case.accept' : 'case.return';
    await this.auditTrail.record(tx, {
      actor,
      action,
      subject: { type: 'Route', id: routeId },
      enquiryId,
      outcome: 'done',
      ...reason,
    });
  }
}
