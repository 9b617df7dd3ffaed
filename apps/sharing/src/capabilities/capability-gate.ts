import { AuditTrail } from '@mash/audit-client';
import { capabilityUser, isCapabilityUseProven } from '@mash/sealing';
import type { Tx } from '@mash/persistence';
import { Clock, CodedError, conflict, notFound } from '@mash/service-host';
import type { UseCapability } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { SharingDecisionRepository, type DecisionRow } from '../asking/sharing-decision.repository';
import { keyStanding } from '../domain/system-keys/key-standing';
import { SystemKeyRepository } from '../system-keys/system-key.repository';
import type { AgencySystem } from './agency-system';
import { CapabilityRepository, type CapabilityRow } from './capability.repository';
import { CapabilitySeal } from './capability-seal';

export interface AdmittedUse {
  readonly row: CapabilityRow;
  /** The newest decision about it, where a line was decided: a PERMIT, as the one that made it. */
  readonly decision: DecisionRow | undefined;
}

const RUNNING = ['current', 'ending'];

/** Whether this system may use this capability now. Each no is coded and audited, and uses nothing up. */
@Injectable()
export class CapabilityGate {
  constructor(
    private readonly capabilities: CapabilityRepository,
    private readonly seal: CapabilitySeal,
    private readonly systemKeys: SystemKeyRepository,
    private readonly decisions: SharingDecisionRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws CodedError 404 for another agency's; SHARING.CAPABILITY_INVALID, SHARING.CAPABILITY_NOT_PROVEN (403); SHARING.CAPABILITY_EXPIRED,
   *   SHARING.CAPABILITY_WITHDRAWN (409)
   */
  async admit(actor: AgencySystem, capabilityId: string, use: UseCapability): Promise<AdmittedUse> {
    const row = await this.capabilities.find(capabilityId);
    const isOwn = row?.agencyId === actor.agencyId && row.partnershipId === actor.partnershipId;
    if (row === undefined || !isOwn) return this.refuse(actor, capabilityId, notFound('Capability'));
    const { enquiryId, expiresAt } = row;
    const refuse = (error: CodedError) => this.refuse(actor, capabilityId, error, enquiryId);
    if (!(await this.seal.isOf(use.capability, row))) return refuse(invalid());
    if (!(await this.isProven(actor, capabilityId, use.proof))) return refuse(notProven());
    if (this.clock.now() >= expiresAt) return refuse(expired());
    const decision = row.kind === 'request-line' ? await this.decisions.newestAbout(row.aboutId) : undefined;
    const isPermitted = row.kind === 'notice' || decision?.outcome === 'PERMIT';
    if (!isPermitted || (await this.capabilities.isWithdrawn(row))) return refuse(withdrawn());
    return { row, decision };
  }

  /**
   * Whether the key that signed the proof counts still, now that the question was fetched and opened, and until the end of the transaction.
   * @throws CodedError SHARING.CAPABILITY_NOT_PROVEN (403)
   */
  async holdProof(tx: Tx, proof: string): Promise<void> {
    const kid = capabilityUser(proof);
    const key = kid === undefined ? undefined : await this.systemKeys.hold(tx, kid);
    if (key === undefined || !RUNNING.includes(keyStanding(key, this.clock.now()))) throw notProven();
  }

  /** @throws the error, once its entry is there */
  async refuse(actor: AgencySystem, capabilityId: string, error: CodedError, enquiryId?: string): Promise<never> {
    const subject = { type: 'Capability', id: capabilityId };
    const about = enquiryId === undefined ? {} : { enquiryId };
    const entry = { actor, action: 'capability.use', subject, ...about, outcome: 'refused' } as const;
    await this.audit.recordRead({ ...entry, reasonCode: error.code });
    throw error;
  }

  /** The client's secret is not enough: its registered key has to sign, and to count at this moment. */
  private async isProven(actor: AgencySystem, capabilityId: string, proof: string): Promise<boolean> {
    const kid = capabilityUser(proof);
    const key = kid === undefined ? undefined : await this.systemKeys.find(kid);
    if (key === undefined) return false;
    const { clientId, agencyId, partnershipId, publicJwk } = key;
    const isItsOwn = clientId === actor.id && agencyId === actor.agencyId && partnershipId === actor.partnershipId;
    const now = this.clock.now();
    if (!isItsOwn || !RUNNING.includes(keyStanding(key, now))) return false;
    return isCapabilityUseProven(proof, publicJwk, { capabilityId, now });
  }
}

const invalid = (): CodedError =>
  new CodedError('SHARING.CAPABILITY_INVALID', 403, 'This is not the capability that was made under this id.');
export const NOT_PROVEN = 'SHARING.CAPABILITY_NOT_PROVEN';
const notProven = (): CodedError =>
  new CodedError(NOT_PROVEN, 403, 'The proof is not by a running key of this system.');
const expired = (): CodedError =>
  conflict('SHARING.CAPABILITY_EXPIRED', 'This capability has lapsed. Staff of the agency can open the request.');
export const WITHDRAWN = 'SHARING.CAPABILITY_WITHDRAWN';
export const withdrawn = (): CodedError =>
  conflict(WITHDRAWN, 'What permitted this was decided anew or stopped since, or it was recalled.');
