import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { OverrideProposed, ProposeOverride } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError, conflict, fieldRefused } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { assertFreshSignIn } from '../../access/fresh-sign-in';
import { FreshFacts } from '../../asking/fresh-facts';
import { LineAgain } from '../../asking/line-again';
import type { ReasonCode } from '../../domain/decision';
import { groundFault } from '../../domain/overrides/ground-faults';
import { reasonAsNamed } from '../../domain/overrides/strikable-of';
import { OverrideDesk, type OverrideCase } from '../../overrides/override-desk';
import { OverrideEnforcer } from '../../overrides/override-enforcer';
import { OverrideRepository, type OverrideRow } from '../../overrides/override.repository';
import { OverrideSeal } from '../../overrides/override-seal';
import { WhatPeopleSaid } from '../../overrides/what-people-said';
import { ReviewRepository } from '../../reviews/review.repository';

type Proposed = z.infer<typeof OverrideProposed>;

const notValid = (field: 'grounds' | 'strikes', message: string) =>
  fieldRefused('SHARING.OVERRIDE_NOT_VALID', field, message, 'not_valid');

/** A permitted manager sets a REVIEW or refusal aside: one thing, one recipient, the reasons they name, on a ground, with a sealed reason. */
@Injectable()
export class ProposeOverrideHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: OverrideDesk,
    private readonly enforcer: OverrideEnforcer,
    private readonly overrides: OverrideRepository,
    private readonly said: WhatPeopleSaid,
    private readonly lineAgain: LineAgain,
    private readonly fresh: FreshFacts,
    private readonly reviews: ReviewRepository,
    private readonly seal: OverrideSeal,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws what `OverrideDesk.admit` refuses; AUTH.STEP_UP_NEEDED; SHARING.OVERRIDE_NOT_VALID, SHARING.OVERRIDE_OPENS_NOTHING, SEAL.* (422);
   *   SHARING.OVERRIDE_WAITING, SHARING.FACTS_CHANGED (409)
   */
  async execute(actor: PersonActor, sharingDecisionId: string, proposal: ProposeOverride): Promise<Proposed> {
    const its = await this.desk.admit(actor, sharingDecisionId);
    assertFreshSignIn(actor, its.pack.sharing.override.signInWithinMinutes, this.clock.now());
    const strikes = this.checkedStrikes(its, proposal);
    const where = { overrideId: proposal.overrideId, ...whereOf(its) };
    await this.seal.checkReason(where, proposal.sealedReason, actor.id);
    const at = this.clock.now();
    const { kid, envelope } = await this.seal.seal(where, strikes, at);
    const needsSecond = its.pack.sharing.override.secondPerson;
    const row = rowOf(actor, its, { proposal, at, kid, envelope, needsSecond });
    return this.unitOfWork.run(async (tx) => {
      if (its.lineNow) await this.fresh.requireOfPerson(tx, its.lineNow.facts);
      await this.reviews.lockAll(tx, its.reviews[0]?.sharingDecisionId ?? sharingDecisionId);
      if (!(await this.desk.isNewest(tx, its.decision)))
        throw conflict('SHARING.DECIDED_SINCE', 'This has been decided again since: look at the newest decision.');
      await this.refuseIfOpensNothing(tx, its, { grounds: proposal.grounds, strikes });
      await this.add(tx, actor, row);
      if (!needsSecond) {
        const decided = await this.enforcer.enforce(tx, actor, { overrideId: row.overrideId, strikes, its });
        if (decided !== undefined) await this.overrides.note(tx, row.overrideId, decided);
      }
      return { overrideId: row.overrideId, state: needsSecond ? 'waiting' : 'in_force' };
    });
  }

  private checkedStrikes(its: OverrideCase, { grounds, strikes }: ProposeOverride): ReasonCode[] {
    // A cause that only the holder may read is named by the word that everybody else reads for it.
    const named = its.strikable.filter((reason) => strikes.includes(reasonAsNamed(reason)));
    if (new Set(named.map(reasonAsNamed)).size !== new Set(strikes).size)
      throw notValid('strikes', 'It names something that does not stand in the way, or that no override may strike.');
    const fault = groundFault({ grounds, strikes: named }, its.grounds, {
      reviews: its.reviews,
      now: this.clock.now(),
    });
    if (fault !== undefined) throw notValid('grounds', fault);
    return named;
  }

  /** A line whose rules would say no all the same is not overridden for nothing: there would be a record, a notice, and no answer. */
  private async refuseIfOpensNothing(
    tx: Tx,
    { decision, lineNow, reviews }: OverrideCase,
    override: { grounds: ProposeOverride['grounds']; strikes: ReasonCode[] },
  ): Promise<void> {
    if (lineNow === undefined || reviews.some(({ state }) => state === 'open')) return;
    const { yeses } = await this.said.saidOf(tx, decision);
    if (this.lineAgain.decide(lineNow, { yeses, override }).decision.outcome === 'PERMIT') return;
    throw new CodedError(
      'SHARING.OVERRIDE_OPENS_NOTHING',
      422,
      'The rules would still say no: what stands in the way besides cannot be overridden.',
    );
  }

  private async add(tx: Tx, actor: PersonActor, row: OverrideRow): Promise<void> {
    if (!(await this.overrides.add(tx, row)))
      throw conflict('SHARING.OVERRIDE_WAITING', 'An override of this waits for its second person already.');
    const { overrideId, enquiryId, sharingDecisionId } = row;
    await this.audit.record(tx, {
      actor,
      action: 'override.propose',
      subject: { type: 'Override', id: overrideId },
      enquiryId,
      decisionId: sharingDecisionId,
      outcome: 'done',
      reasonCode: row.grounds.join(' '),
    });
  }
}

const whereOf = ({ decision: { partnershipId, enquiryId } }: OverrideCase) => ({ partnershipId, enquiryId });

function rowOf(
  actor: PersonActor,
  { decision }: OverrideCase,
  its: { proposal: ProposeOverride; at: Date; kid: string; envelope: string; needsSecond: boolean },
): OverrideRow {
  const { proposal, at, needsSecond } = its;
  return {
    overrideId: proposal.overrideId,
    partnershipId: decision.partnershipId,
    enquiryId: decision.enquiryId,
    sharingDecisionId: decision.sharingDecisionId,
    aboutId: decision.aboutId,
    mode: decision.mode,
    holderAgencyId: decision.fromAgencyId,
    toAgencyId: decision.toAgencyId ?? '',
    audience: decision.audience,
    personId: decision.personId,
    purpose: decision.purpose,
    askedBy: decision.askedBy,
    grounds: [...new Set(proposal.grounds)],
    kid: its.kid,
    strikesEnvelope: its.envelope,
    reasonKid: proposal.sealedReason.kid,
    reasonEnvelope: proposal.sealedReason.envelope,
    proposedBy: actor.id,
    proposedAt: at,
    state: needsSecond ? 'waiting' : 'in_force',
    secondBy: null,
    settledAt: needsSecond ? null : at,
    outcome: null,
    holderSeenAt: null,
    holderSeenBy: null,
  };
}
