import { DecisionFacts, IntakeFacts } from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { ServiceClient, ServiceRefusal } from '@mash/service-host';
import { PassingFailure } from '@mash/messaging';
import { Injectable } from '@nestjs/common';
import { AgreementsInForce } from '../agreements/agreements-in-force';
import { ConsentRepository, type ConsentRow } from '../consent/consent.repository';
import type { AgreementIndex } from '../domain/decision';
import { AgencyRepository, type RegisteredBody } from '../register/agency.repository';

/** Everything about an enquiry that its questions rest on, newest version, as their owners said it just now. */
export interface EnquiryFacts {
  readonly enquiryId: string;
  readonly partnershipId: string;
  readonly intake: IntakeFacts;
  readonly decision: DecisionFacts;
  readonly consents: readonly ConsentRow[];
  readonly bodies: readonly RegisteredBody[];
  readonly agreements: AgreementIndex;
}

const SCOPE = 'facts:read';

/** Asks the owners of the facts in this service's own name, under a scope that gives no names. Never the caller's word. */
@Injectable()
export class EnquiryFactsGatherer {
  constructor(
    private readonly services: ServiceClient,
    private readonly consents: ConsentRepository,
    private readonly agencies: AgencyRepository,
    private readonly agreements: AgreementsInForce,
  ) {}

  /**
   * @param viewer where given, `decision` also says as what audience this person looks, and whether they may at all
   * @throws PassingFailure where an owner has not heard of the enquiry yet; PassingServiceFailure where one is down
   */
  async of(enquiryId: string, partnershipId: string, viewer?: PersonActor): Promise<EnquiryFacts> {
    const [intake, decision, consents, bodies, agreements] = await Promise.all([
      this.fromIntake(enquiryId),
      viewer ? this.access(enquiryId, viewer) : this.fromDecision(enquiryId),
      this.consents.ofEnquiry(enquiryId),
      this.agencies.all(partnershipId),
      this.agreements.of(partnershipId),
    ]);
    return { enquiryId, partnershipId, intake, decision, consents, bodies, agreements };
  }

  private fromIntake(enquiryId: string): Promise<IntakeFacts> {
    const path = `/facts/enquiries/${enquiryId}`;
    return this.services.get('contact-intake', path, { schema: IntakeFacts, scope: SCOPE }).catch(notSeenYet);
  }

  private fromDecision(enquiryId: string): Promise<DecisionFacts> {
    const path = `/facts/enquiries/${enquiryId}`;
    return this.services.get('decision', path, { schema: DecisionFacts, scope: SCOPE }).catch(notSeenYet);
  }

  private access(enquiryId: string, viewer: PersonActor): Promise<DecisionFacts> {
    const { id, roles, agencyId, agencyKind, partnershipId, clearances } = viewer;
    const body = { enquiryId, actor: { id, roles, agencyId, agencyKind, partnershipId, clearances } };
    return this.services
      .post('decision', '/facts/access', { schema: DecisionFacts, scope: SCOPE, body })
      .catch(notSeenYet);
  }
}

function notSeenYet(error: unknown): never {
  if (error instanceof ServiceRefusal && error.status === 404)
    throw new PassingFailure('ENQUIRY_NOT_SEEN_YET', { cause: error });
  throw error;
}
