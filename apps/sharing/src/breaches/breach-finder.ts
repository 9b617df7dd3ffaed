import type { ActionOn, PersonActor } from '@mash/authorisation';
import { notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { GovernanceGate } from '../governance/governance-gate';
import { BreachRepository, type BreachRow } from './breach.repository';

/** Finds the record of a breach for somebody who may do this with it. */
@Injectable()
export class BreachFinder {
  constructor(
    private readonly gate: GovernanceGate,
    private readonly breaches: BreachRepository,
  ) {}

  /** @throws 403, 404: audited. Unknown and another partnership's read alike */
  async find(actor: PersonActor, act: ActionOn<'Breach'>, breachId: string, action: string): Promise<BreachRow> {
    const breach = await this.breaches.find(breachId);
    if (breach === undefined) {
      await this.gate.note(actor, { kind: 'Breach', id: breachId }, { action }, 'NOT_FOUND');
      throw notFound('Breach');
    }
    const { partnershipId, enquiryId } = breach;
    await this.gate.admit(actor, act, { kind: 'Breach', id: breachId, partnershipId }, { action, enquiryId });
    return breach;
  }
}
