import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { CaseRoutedV1, newId, type RouteCase } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, notFound } from '@mash/service-host';
import { clockOf, loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { EnquiryGate } from '../../access/enquiry-gate';
import { byPerson } from '../../access/event-context';
import { unlessRefused } from '../../access/unless-refused';
import { checkRoute } from '../../domain/route-case';
import { startClock } from '../../domain/start-clock';
import { ClockRepository } from '../../persistence/clock.repository';
import { DecisionRepository } from '../../persistence/decision.repository';
import type { EnquiryRecord } from '../../persistence/enquiry.record';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { RouteRepository, type RouteRecord } from '../../persistence/route.repository';
import { StandingKeeper } from '../../persistence/standing.keeper';

export interface CaseOnItsWay {
  readonly routeId: string;
  readonly dueAt: string;
}

@Injectable()
export class RouteCaseHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: EnquiryGate,
    private readonly enquiries: EnquiryRepository,
    private readonly decisions: DecisionRepository,
    private readonly routes: RouteRepository,
    private readonly clocks: ClockRepository,
    private readonly standing: StandingKeeper,
    private readonly outbox: Outbox,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError ENQUIRY.NOT_FOUND, ENQUIRY.DECIDE_NOT_ALLOWED, DECISION.SUPERSEDED, .TEAM_NOT_DECIDED, .ALREADY_ROUTED */
  async route(actor: PersonActor, enquiryId: string, command: RouteCase): Promise<CaseOnItsWay> {
    await this.gate.admit(actor, 'decide', enquiryId);
    return this.unitOfWork.run(async (tx) => {
      const enquiry = await this.enquiries.getForUpdate(tx, enquiryId);
      if (enquiry === undefined) throw notFound('Enquiry');
      const pack = loadPack(enquiry.pack.id, enquiry.pack.version);
      const newest = await this.decisions.newest(tx, enquiryId);
      const routes = await this.routes.of(enquiryId, tx);
      unlessRefused(() => checkRoute(pack, newest, routes, command));
      const times = startClock(pack, clockOf(pack, 'route-answer'), this.clock.now());
      const { startedAt: routedAt, dueAt } = times;
      const by = { routedBy: actor.id, routedAt, dueAt, state: 'waiting' } as const;
      const route = { routeId: newId(), enquiryId, partnershipId: enquiry.partnershipId, ...command, ...by };
      await this.routes.add(tx, route);
      await this.clocks.start(tx, enquiryId, { code: 'route-answer', aboutId: route.routeId, ...times });
      await this.standing.refresh(tx, enquiryId);
      await this.announce(tx, enquiry, actor, route);
      return { routeId: route.routeId, dueAt: dueAt.toISOString() };
    });
  }

  private async announce(tx: Tx, enquiry: EnquiryRecord, actor: PersonActor, route: RouteRecord): Promise<void> {
    const { enquiryId, decisionId, routeId, team, toAgencyId, personIds, productId, routedAt, dueAt } = route;
    const routed = {
      ...{ enquiryId, decisionId, routeId, team, personIds: [...personIds] },
      ...(toAgencyId !== undefined && { toAgencyId }),
      ...(productId !== undefined && { productId }),
      ...{ dueAt: dueAt.toISOString(), routedAt: routedAt.toISOString() },
    };
    await this.outbox.append(tx, CaseRoutedV1, routed, byPerson(enquiry, actor, routedAt));
    const subject = { type: 'Route', id: routeId };
    await this.auditTrail.record(tx, {
      actor,
      action: 'case.route',
      subject,
      enquiryId,
      personIds,
      decisionId,
      outcome: 'done',
    });
  }
}
