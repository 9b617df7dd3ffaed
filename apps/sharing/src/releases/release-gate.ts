import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { DecisionFacts, EnvelopeToOpen } from '@mash/contracts';
import { notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryFactsGatherer, type EnquiryFacts } from '../asking/enquiry-facts';
import { notReadyYet } from '../asking/not-ready-yet';
import { EnquiryRepository, type EnquiryRow } from '../persistence/enquiry.repository';

export interface Admitted {
  readonly enquiry: EnquiryRow;
  readonly facts: EnquiryFacts;
  /** As whom this person looks, as `decision` says from its records. */
  readonly audience: NonNullable<DecisionFacts['audience']>;
}

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
    const enquiry = await this.enquiries.find(enquiryId);
    if (enquiry?.partnershipId !== actor.partnershipId) return this.refuse(actor, enquiryId, action, 'NOT_FOUND');
    const facts = await this.gatherer.of(enquiryId, actor.partnershipId, actor).catch(notReadyYet);
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
