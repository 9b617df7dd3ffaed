import { AuditTrail } from '@mash/audit-client';
import { can, openToTheHub, type PersonActor } from '@mash/authorisation';
import type { DecisionFacts, EnvelopeToOpen } from '@mash/contracts';
import { notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryFactsGatherer, ownersNotHeard, type EnquiryFacts } from '../asking/enquiry-facts';
import type { FactsNow } from '../asking/facts-as-they-stand';
import { notReady, notReadyYet } from '../asking/not-ready-yet';
import { EnquiryRepository, type EnquiryRow } from '../persistence/enquiry.repository';

interface ToAdmit {
  readonly actor: PersonActor;
  readonly enquiry: EnquiryRow;
  readonly action: string;
  readonly wanted: readonly EnvelopeToOpen['typ'][];
}

export interface Admitted {
  readonly enquiry: EnquiryRow;
  readonly facts: EnquiryFacts;
  /** As whom this person looks, as `decision` says from its records. */
  readonly audience: NonNullable<DecisionFacts['audience']>;
  /** Code of the owners that could not be heard, where immediate protection went on without them. */
  readonly without?: string | undefined;
}

/** The same within the transaction that decides. */
export type AdmittedNow = Admitted & { readonly facts: FactsNow };

/** Whether this person may look into this enquiry at all. Unknown, another partnership's and kept out read alike. */
@Injectable()
export class ReleaseGate {
  constructor(
    private readonly enquiries: EnquiryRepository,
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param wanted kinds of envelope that are to be opened, where that decides who may
   * @throws 404, audited; 503 where an owner of the facts has not heard of the enquiry yet
   */
  async admit(
    actor: PersonActor,
    enquiryId: string,
    action: string,
    wanted: readonly EnvelopeToOpen['typ'][] = [],
  ): Promise<Admitted> {
    const enquiry = await this.ownEnquiry(actor, enquiryId, action);
    const facts = await this.gatherer.of(enquiryId, actor.partnershipId, actor).catch(notReadyYet);
    return this.admitOn(facts, { actor, enquiry, action, wanted });
  }

  /**
   * Whoever presses Immediate protection, or reads its notice, is held up by nobody who does not answer. Where `decision` cannot say how this
   * person stands to the enquiry, their role in the hub is what is known; where it can, it is obeyed.
   *
   * @throws 404, audited; 503 where only `decision` could say whether this person was told
   */
  async admitToProtect(actor: PersonActor, enquiryId: string, action: string, isPress: boolean): Promise<Admitted> {
    const enquiry = await this.ownEnquiry(actor, enquiryId, action);
    const facts = await this.gatherer.forProtection(enquiryId, actor.partnershipId, actor);
    const without = ownersNotHeard(facts);
    if (facts.decision.access !== undefined)
      return { ...(await this.admitOn(facts, { actor, enquiry, action, wanted: [] })), without };
    if (!isPress) throw notReady();
    const ofTheHub = { kind: 'Enquiry', id: enquiryId, partnershipId: enquiry.partnershipId, ...openToTheHub } as const;
    // Whoever takes calls may press, and opens nothing: what is known is opened by those who work the enquiry.
    if (!can(actor, 'screen', ofTheHub)) return this.refuse(actor, enquiryId, action, 'NO_ACCESS');
    return { enquiry, facts, audience: actor.roles.includes('mash-manager') ? 'hub_manager' : 'hub_analyst', without };
  }

  private async ownEnquiry(actor: PersonActor, enquiryId: string, action: string): Promise<EnquiryRow> {
    const enquiry = await this.enquiries.find(enquiryId);
    return enquiry?.partnershipId === actor.partnershipId
      ? enquiry
      : this.refuse(actor, enquiryId, action, 'NOT_FOUND');
  }

  private async admitOn(facts: EnquiryFacts, { actor, enquiry, action, wanted }: ToAdmit): Promise<Admitted> {
    const { enquiryId } = enquiry;
    if (isToRingBack(facts, wanted)) return { enquiry, facts: asTheHubRings(facts), audience: 'hub_analyst' };
    const { access, audience, partnershipId } = facts.decision;
    const isKeptOut = access === undefined || access === 'none' || access === 'conflict';
    if (isKeptOut || audience === undefined || partnershipId !== actor.partnershipId)
      return this.refuse(actor, enquiryId, action, access === 'conflict' ? 'CONFLICT' : 'NO_ACCESS');
    return { enquiry, facts, audience };
  }

  /** @throws 404, once the audit entry is there */
  async refuse(actor: PersonActor, enquiryId: string, action: string, reasonCode: string): Promise<never> {
    const subject = { type: 'Enquiry', id: enquiryId };
    await this.audit.recordRead({ actor, action, subject, outcome: 'refused', reasonCode });
    throw notFound('Enquiry');
  }

  /** Leaves the entry of a refusal that the actor may know of. */
  async note(
    actor: PersonActor,
    subject: { type: string; id: string },
    its: { enquiryId: string; action: string; reasonCode: string },
  ): Promise<void> {
    await this.audit.recordRead({ actor, subject, ...its, outcome: 'refused' });
  }
}

/** Whoever takes calls learns who told while somebody still has to ring them: that, and nothing of the concern. */
const isToRingBack = ({ decision, intake }: EnquiryFacts, wanted: readonly EnvelopeToOpen['typ'][]): boolean =>
  decision.door === true &&
  intake.callBackOpen === true &&
  wanted.length > 0 &&
  wanted.every((typ) => typ === 'caller');

const asTheHubRings = (facts: EnquiryFacts): EnquiryFacts => ({
  ...facts,
  decision: { ...facts.decision, access: 'ordinary', audience: 'hub_analyst' },
});
