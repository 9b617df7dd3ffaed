import { AuditTrail } from '@mash/audit-client';
import { authorise, isRefusal, type PersonActor, type Subject } from '@mash/authorisation';
import { CaseAccessRepository, type CaseAccess } from '@mash/case-access';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { assertFreshSignIn } from '../../access/fresh-sign-in';
import { askersOf } from '../../asking/askers-of';
import { FreshFacts } from '../../asking/fresh-facts';
import { SharingDecisionRepository, type DecisionRow } from '../../asking/sharing-decision.repository';
import type { ReasonCode } from '../../domain/decision';
import { groundFault } from '../../domain/overrides/ground-faults';
import { holderHasAnswered } from '../../domain/overrides/silent-holder';
import { OverrideDesk, type OverrideCase } from '../../overrides/override-desk';
import { OverrideEnforcer } from '../../overrides/override-enforcer';
import { OverrideRepository, type OverrideRow, type Settled } from '../../overrides/override.repository';
import { OverrideSeal } from '../../overrides/override-seal';
import { ReviewRepository, type ReviewRow } from '../../reviews/review.repository';

/**
 * An override as the policies read it.
 * @param askerIds everybody whose question it is, beside whoever asked first
 */
export const overrideSubject = (
  row: OverrideRow,
  access: CaseAccess,
  askerIds: readonly string[] = [],
): Subject<'Override'> => ({
  kind: 'Override',
  id: row.overrideId,
  partnershipId: row.partnershipId,
  ...access,
  holderAgencyId: row.holderAgencyId,
  waiting: row.state === 'waiting',
  inForce: row.state === 'in_force',
  barredIds: [row.askedBy, ...askerIds, row.proposedBy],
});

/** The second person: says yes or no to an override that waits, after a sign-in of their own. Neither who asked nor who proposed it. */
@Injectable()
export class ConfirmOverrideHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decisions: SharingDecisionRepository,
    private readonly desk: OverrideDesk,
    private readonly fresh: FreshFacts,
    private readonly enforcer: OverrideEnforcer,
    private readonly overrides: OverrideRepository,
    private readonly reviews: ReviewRepository,
    private readonly seal: OverrideSeal,
    private readonly cases: CaseAccessRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws 404 and 403 by policy, audited; AUTH.STEP_UP_NEEDED; SHARING.OVERRIDE_SETTLED, SHARING.OVERRIDE_LAPSED (409: the grounds no longer carry it,
   *   or it has been answered meanwhile), SHARING.OVERRIDE_DOES_NOT_OPEN, SHARING.FACTS_CHANGED (409)
   */
  async execute(actor: PersonActor, overrideId: string, answer: 'confirm' | 'decline'): Promise<void> {
    const row = await this.overrides.find(overrideId);
    const decision = row && (await this.decisions.find(row.sharingDecisionId));
    if (!row || !decision) throw notFound('Override');
    await this.assertPermitted(actor, row, decision);
    const its = await this.desk.caseFor(actor, decision);
    assertFreshSignIn(actor, its.pack.sharing.override.signInWithinMinutes, this.clock.now());
    const state = await this.unitOfWork.run(async (tx) => {
      if (its.lineNow) await this.fresh.requireOfPerson(tx, its.lineNow.facts);
      await this.reviews.lockAll(tx, its.reviews[0]?.sharingDecisionId ?? decision.sharingDecisionId);
      const locked = await this.overrides.lock(tx, overrideId);
      return locked?.state === 'waiting' ? this.settle(tx, actor, { row: locked, its, answer }) : 'settled';
    });
    if (state === 'settled') return this.refuseSettled(actor, row);
    if (state === 'illegible') return this.refuseIllegible(actor, row);
    if (state === 'lapsed')
      throw conflict(
        'SHARING.OVERRIDE_LAPSED',
        'What it rested on has changed: propose it again if it is still needed.',
      );
  }

  /** @returns where it stands now; that it lapsed is kept, and said; of one that does not open nothing is settled but a no */
  private async settle(
    tx: Tx,
    actor: PersonActor,
    { row, its, answer }: { row: OverrideRow; its: OverrideCase; answer: 'confirm' | 'decline' },
  ): Promise<Settled['state'] | 'illegible'> {
    const at = this.clock.now();
    const strikes = answer === 'decline' ? [] : await this.struckBy(row);
    if (strikes === undefined) return 'illegible';
    const isAnswered = holderHasAnswered(await this.reviewsNow(tx, its), row.proposedAt);
    const isNewest = await this.desk.isNewest(tx, its.decision);
    const stillStands = !isAnswered && isNewest && strikes.some((reason) => its.strikable.includes(reason));
    // Silence was judged when it was proposed: a holder who is late then is not less late now.
    const grounds = row.grounds.filter((ground) => ground !== 'OV_SILENT');
    const fault = groundFault({ grounds, strikes }, its.grounds, { reviews: its.reviews, now: at });
    const isLapsed = answer === 'confirm' && (!stillStands || fault !== undefined);
    const state = answer === 'decline' ? 'declined' : isLapsed ? 'lapsed' : 'in_force';
    await this.overrides.settle(tx, row.overrideId, { state, secondBy: isLapsed ? null : actor.id, at, outcome: null });
    const entry = { actor, action: 'override.confirm', subject: { type: 'Override', id: row.overrideId } } as const;
    const outcome = state === 'in_force' ? 'done' : 'refused';
    await this.audit.record(tx, { ...entry, enquiryId: row.enquiryId, outcome, reasonCode: state.toUpperCase() });
    if (state === 'in_force') {
      const decided = await this.enforcer.enforce(tx, actor, { overrideId: row.overrideId, strikes, its });
      if (decided !== undefined) await this.overrides.note(tx, row.overrideId, decided);
    }
    return state;
  }

  /** As they stand while nobody else is at them: what was read before may have been answered since. */
  private async reviewsNow(tx: Tx, { reviews: [review] }: OverrideCase): Promise<readonly ReviewRow[]> {
    return review === undefined ? [] : this.reviews.ofDecision(review.sharingDecisionId, tx);
  }

  /** What a second person would say yes to; undefined where it, or why, does not open: nobody knows what that is. */
  private async struckBy(row: OverrideRow): Promise<readonly ReasonCode[] | undefined> {
    const [strikes, why] = await Promise.all([this.seal.strikes(row), this.seal.reason(row)]);
    return typeof strikes === 'string' || why.words === undefined ? undefined : strikes;
  }

  /**
   * Whether this person may be the second of it, wherever it stands: of two who confirm at once the later reads that it is answered, and not, if
   * their question came a moment later still, that they had no right to.
   */
  private async assertPermitted(actor: PersonActor, row: OverrideRow, decision: DecisionRow): Promise<void> {
    const access = await this.cases.of(row.enquiryId);
    try {
      authorise(actor, 'confirm', { ...overrideSubject(row, access, askersOf(decision)), waiting: true });
    } catch (error) {
      if (isRefusal(error)) await this.noteRefusal(actor, row, error.code);
      throw error;
    }
    if (row.state !== 'waiting') await this.refuseSettled(actor, row);
  }

  private async refuseSettled(actor: PersonActor, row: OverrideRow): Promise<never> {
    const refusal = conflict('SHARING.OVERRIDE_SETTLED', 'Somebody has answered this already.');
    await this.noteRefusal(actor, row, refusal.code);
    throw refusal;
  }

  private async refuseIllegible(actor: PersonActor, row: OverrideRow): Promise<never> {
    const message = 'Part of this override does not open, and was reported. It can be declined, and proposed again.';
    const refusal = conflict('SHARING.OVERRIDE_DOES_NOT_OPEN', message);
    await this.noteRefusal(actor, row, refusal.code);
    throw refusal;
  }

  private async noteRefusal(actor: PersonActor, row: OverrideRow, reasonCode: string): Promise<void> {
    const subject = { type: 'Override', id: row.overrideId };
    const entry = { actor, action: 'override.confirm', subject, enquiryId: row.enquiryId } as const;
    await this.audit.recordRead({ ...entry, outcome: 'refused', reasonCode });
  }
}
