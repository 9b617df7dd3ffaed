import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { newId, type RouteCase } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, conflict, notFound } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { EnquiryGate } from '../../access/enquiry-gate';
import { byPerson } from '../../access/event-context';
import { unlessRefused } from '../../access/unless-refused';
import { digestOfRoute } from '../../domain/digest-of-route';
import { checkRoute } from '../../domain/route-case';
import { DecisionRepository } from '../../persistence/decision.repository';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { LetterRepository } from '../../persistence/letter.repository';
import { RouteRepository, type RouteRecord } from '../../persistence/route.repository';
import { StandingKeeper } from '../../persistence/standing.keeper';
import { CaseSender } from './case-sender';

export interface CaseOnItsWay {
  readonly routeId: string;
  readonly dueAt: string;
}

/** What is held for the same team, and for any of the same children. */
const takesPlaceOf = (made: Pick<RouteRecord, 'team' | 'personIds'>, earlier: RouteRecord): boolean =>
  earlier.state === 'held' &&
  earlier.team === made.team &&
  earlier.personIds.some((personId) => made.personIds.includes(personId));

@Injectable()
export class RouteCaseHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: EnquiryGate,
    private readonly enquiries: EnquiryRepository,
    private readonly decisions: DecisionRepository,
    private readonly routes: RouteRepository,
    private readonly letters: LetterRepository,
    private readonly sender: CaseSender,
    private readonly standing: StandingKeeper,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError ENQUIRY.NOT_FOUND, ENQUIRY.DECIDE_NOT_ALLOWED, DECISION.SUPERSEDED, .TEAM_NOT_DECIDED, .ALREADY_ROUTED, .HANDOVER_REFUSED, .HANDOVER_SENT, .HANDOVER_OTHER */
  async route(actor: PersonActor, enquiryId: string, command: RouteCase): Promise<CaseOnItsWay> {
    await this.gate.admit(actor, 'decide', enquiryId);
    return this.unitOfWork.run(async (tx) => {
      const enquiry = await this.enquiries.getForUpdate(tx, enquiryId);
      if (enquiry === undefined) throw notFound('Enquiry');
      const pack = loadPack(enquiry.pack.id, enquiry.pack.version);
      const newest = await this.decisions.newest(tx, enquiryId);
      const routes = await this.routes.of(enquiryId, tx);
      unlessRefused(() => checkRoute(pack, newest, routes, command));
      const isHeld = await this.isHeld(tx, enquiryId, command, routes);
      const times = this.sender.timesOf(enquiry, this.clock.now());
      const { startedAt: routedAt, dueAt } = times;
      const by = { routedBy: actor.id, routedAt, dueAt, state: isHeld ? 'held' : 'waiting' } as const;
      const route = { routeId: newId(), enquiryId, partnershipId: enquiry.partnershipId, ...command, ...by };
      const replaced = routes.filter((one) => takesPlaceOf(route, one));
      await this.sender.takeBackHeld(tx, replaced, { actor, at: routedAt });
      await this.routes.add(tx, route);
      if (isHeld) await this.standing.refresh(tx, enquiryId);
      else await this.sender.send(tx, route, times, byPerson(enquiry, actor, routedAt));
      await this.audit(tx, actor, route);
      return { routeId: route.routeId, dueAt: dueAt.toISOString() };
    });
  }

  /**
   * Nobody is given the case before `sharing` has said that this handover may go (`let-letter-go-when-sharing-permits-it`): whoever sends it is not
   * asked, and what has not been heard yet is not taken for a yes. What was sent goes once: it was put together for that team, and about those people.
   */
  private async isHeld(
    tx: Tx,
    enquiryId: string,
    command: RouteCase,
    routes: readonly RouteRecord[],
  ): Promise<boolean> {
    const { productId } = command;
    const said = await this.letters.find(tx, enquiryId, productId);
    if (said?.outcome === 'DENY')
      throw conflict('DECISION.HANDOVER_REFUSED', 'This handover does not go. Put together another one.');
    if (routes.some((route) => route.productId === productId))
      throw conflict('DECISION.HANDOVER_SENT', 'This handover was sent already. Put together another one.');
    if (said?.outcome !== 'PERMIT') return true;
    if (said.handoverDigest !== digestOfRoute(command))
      throw conflict(
        'DECISION.HANDOVER_OTHER',
        'This handover is for another team, or about others. Put together another one.',
      );
    return false;
  }

  private async audit(tx: Tx, actor: PersonActor, route: RouteRecord): Promise<void> {
    const { enquiryId, decisionId, routeId, personIds } = route;
    const subject = { type: 'Route', id: routeId };
    const outcome = route.state === 'held' ? 'withheld' : 'done';
    const entry = { actor, action: 'case.route', subject, enquiryId, personIds, decisionId } as const;
    await this.auditTrail.record(tx, { ...entry, outcome });
  }
}
