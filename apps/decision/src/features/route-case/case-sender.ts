import { AuditTrail, type AuditedActor } from '@mash/audit-client';
import { CaseRoutedV1 } from '@mash/contracts';
import { Outbox, type EventContext } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { clockOf, loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { THIS_SERVICE } from '../../access/by-this-service';
import { digestOfRoute } from '../../domain/digest-of-route';
import { startClock } from '../../domain/start-clock';
import type { ClockTimes } from '../../domain/clock-times';
import { NEVER_WENT, teamOfOutcome } from '../../domain/routes-needed';
import { ClockRepository } from '../../persistence/clock.repository';
import { DecisionRepository } from '../../persistence/decision.repository';
import type { EnquiryRecord } from '../../persistence/enquiry.record';
import { RouteRepository, type RouteRecord } from '../../persistence/route.repository';
import { StandingKeeper } from '../../persistence/standing.keeper';

/** By whom, and when. */
interface By {
  readonly actor: AuditedActor;
  readonly at: Date;
}

/** What `sharing` said of a handover. */
interface Heard {
  readonly productId: string;
  readonly mayGo: boolean;
  /** Whom it may go to. */
  readonly handoverDigest?: string | undefined;
  /** What was put together instead of it. */
  readonly replacedBy?: string | undefined;
  /** When it is heard: the team has its whole time from then on, however late that is. */
  readonly at: Date;
}

/** Gives a case to its team: at once, or when the handover that waited may go. The team's time to answer begins then. */
@Injectable()
export class CaseSender {
  constructor(
    private readonly routes: RouteRepository,
    private readonly decisions: DecisionRepository,
    private readonly clocks: ClockRepository,
    private readonly standing: StandingKeeper,
    private readonly outbox: Outbox,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** When a case that goes at this instant is to be answered. */
  timesOf({ pack: { id, version } }: EnquiryRecord, at: Date): ClockTimes {
    const pack = loadPack(id, version);
    return startClock(pack, clockOf(pack, 'route-answer'), at);
  }

  async send(tx: Tx, route: RouteRecord, times: ClockTimes, context: EventContext): Promise<void> {
    const { enquiryId, decisionId, routeId, team, toAgencyId, personIds, productId } = route;
    const { startedAt: routedAt, dueAt } = times;
    await this.clocks.start(tx, enquiryId, { code: 'route-answer', aboutId: routeId, ...times });
    await this.standing.refresh(tx, enquiryId);
    const routed = {
      ...{ enquiryId, decisionId, routeId, team, personIds: [...personIds] },
      ...(toAgencyId !== undefined && { toAgencyId }),
      ...(productId !== undefined && { productId }),
      ...{ dueAt: dueAt.toISOString(), routedAt: routedAt.toISOString() },
    };
    await this.outbox.append(tx, CaseRoutedV1, routed, context);
  }

  /** Another handover is sent in their place: the team never hears of them, and what is said of their own handovers later moves nothing. */
  async takeBackHeld(tx: Tx, held: readonly RouteRecord[], by: By): Promise<void> {
    for (const route of held) await this.giveBack(tx, route, NEVER_WENT.replaced, by);
  }

  /**
   * What became of the handover that a route waits for. Where it may not go, is for others, or was decided otherwise meanwhile, its children are to be
   * routed again.
   */
  async settleHeld(tx: Tx, enquiry: EnquiryRecord, its: Heard, context: EventContext): Promise<void> {
    const { enquiryId } = enquiry;
    const { productId, at } = its;
    const route = (await this.routes.of(enquiryId, tx)).find(
      (one) => one.productId === productId && one.state === 'held',
    );
    if (route === undefined) return;
    const reasonCode = await this.whyItStays(tx, enquiry, route, its);
    if (reasonCode !== undefined) {
      await this.giveBack(tx, route, reasonCode, { actor: THIS_SERVICE, at });
      return this.standing.refresh(tx, enquiryId);
    }
    const times = this.timesOf(enquiry, at);
    await this.routes.go(tx, route.routeId, { routedAt: times.startedAt, dueAt: times.dueAt });
    await this.send(tx, route, times, context);
    await this.audit(tx, route, THIS_SERVICE, { outcome: 'done' });
  }

  /** It never went: its children are to be routed again. */
  private async giveBack(tx: Tx, route: RouteRecord, reasonCode: string, { actor, at }: By): Promise<void> {
    const returned = { state: 'returned', answeredAt: at, answeredBy: actor.id, reasonCode } as const;
    await this.routes.answer(tx, route.routeId, returned);
    await this.audit(tx, route, actor, { outcome: 'refused', reasonCode });
  }

  private async audit(
    tx: Tx,
    { routeId, enquiryId, partnershipId, decisionId, personIds }: RouteRecord,
    actor: AuditedActor,
    came: { readonly outcome: 'done' | 'refused'; readonly reasonCode?: RouteRecord['reasonCode'] },
  ): Promise<void> {
    const subject = { type: 'Route', id: routeId };
    const about = { subject, enquiryId, partnershipId, decisionId, personIds };
    await this.auditTrail.record(tx, { actor, action: 'case.route', ...about, ...came });
  }

  private async whyItStays(
    tx: Tx,
    enquiry: EnquiryRecord,
    route: RouteRecord,
    { mayGo, handoverDigest, replacedBy }: Heard,
  ): Promise<string | undefined> {
    if (!mayGo) return replacedBy === undefined ? NEVER_WENT.mayNot : NEVER_WENT.replaced;
    if (handoverDigest !== digestOfRoute(route)) return NEVER_WENT.ofOthers;
    return (await this.isStillDecided(tx, enquiry, route)) ? undefined : NEVER_WENT.decidedOtherwise;
  }

  private async isStillDecided(tx: Tx, { enquiryId, pack }: EnquiryRecord, route: RouteRecord): Promise<boolean> {
    const newest = await this.decisions.newest(tx, enquiryId);
    const team = (personId: string) => {
      const outcome = newest?.outcomes.find((one) => one.personId === personId)?.outcome;
      return outcome && teamOfOutcome(loadPack(pack.id, pack.version), outcome);
    };
    return route.personIds.every((personId) => team(personId) === route.team);
  }
}
