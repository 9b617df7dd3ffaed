import { DecisionFacts, IntakeFacts, type AskAccess } from '@mash/contracts';
import { Clock, PassingServiceFailure, ServiceClient, ServiceRefusal } from '@mash/service-host';
import { NotSeenYet, PassingFailure } from '@mash/messaging';
import { Injectable } from '@nestjs/common';
import { AgreementsInForce } from '../agreements/agreements-in-force';
import { ConsentRepository, versionOf, type KeptConsent } from '../consent/consent.repository';
import type { KnownFacts } from '../domain/compose-question';
import { asOnePerson } from '../domain/consent/as-one-person';
import type { KeptStatement } from '../domain/consent/consent-of-subject';
import { withoutCopies } from '../domain/consent/without-copies';
import { asMeant, type AsMeant } from '../domain/recalls/as-meant';
import { unknownDecision, unknownIntake } from '../domain/unknown-facts';
import { IdentityStatementRepository, type IdentityStatementRow } from '../recalls/identity-statement.repository';
import { AgencyRepository, type RegisteredBody } from '../register/agency.repository';

/** A statement, about the person and by the speaker whom the roster knows today. */
export type ConsentRead = KeptConsent & Pick<KeptStatement, 'whoseIsUnclear'>;

/** Everything about an enquiry that its questions rest on, newest version, as their owners said it just now. */
export interface EnquiryFacts extends KnownFacts {
  readonly enquiryId: string;
  readonly partnershipId: string;
  /** Newest first, each once, about the person and by the speaker whom the roster knows today. */
  readonly consents: readonly ConsentRead[];
  /** Every statement that has come, also one that is read under another's id. */
  readonly consentIds: readonly string[];
  /** Of consent, as it was read: a decision that is kept is checked against it. */
  readonly consentVersion: number;
  /** What was said since of whom things are about and where they went, oldest first. */
  readonly identities: readonly AsMeant<IdentityStatementRow>[];
  readonly bodies: readonly RegisteredBody[];
}

/** Whoever looks, as `decision` is told of them. */
export type Viewer = Readonly<AskAccess['actor']>;

const SCOPE = 'facts:read';

/** Asks the owners of the facts in this service's own name, under a scope that gives no names. Never the caller's word. */
@Injectable()
export class EnquiryFactsGatherer {
  constructor(
    private readonly services: ServiceClient,
    private readonly consents: ConsentRepository,
    private readonly agencies: AgencyRepository,
    private readonly agreements: AgreementsInForce,
    private readonly identities: IdentityStatementRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param viewer where given, `decision` also says as what audience this person looks, and whether they may at all
   * @throws PassingFailure where an owner has not heard of the enquiry yet; PassingServiceFailure where one is down
   */
  async of(enquiryId: string, partnershipId: string, viewer?: Viewer): Promise<EnquiryFacts> {
    const [intake, decision] = await Promise.all([
      this.fromIntake(enquiryId),
      viewer ? this.access(enquiryId, viewer) : this.fromDecision(enquiryId),
    ]);
    return together({ enquiryId, partnershipId, intake, decision }, await this.ownFacts(enquiryId, partnershipId));
  }

  /** The same without waiting: of an owner that is down, or has not heard of the enquiry yet, everything is unknown. */
  async ofOwnersThatAnswer(enquiryId: string, partnershipId: string): Promise<EnquiryFacts> {
    const now = this.clock.now();
    const [intake, decision] = await Promise.all([
      this.fromIntake(enquiryId).catch(orElse(unknownIntake(enquiryId, now))),
      this.fromDecision(enquiryId).catch(orElse(unknownDecision(enquiryId, partnershipId, now))),
    ]);
    return together({ enquiryId, partnershipId, intake, decision }, await this.ownFacts(enquiryId, partnershipId));
  }

  /**
   * For immediate protection, which nothing unknown holds up (rule row R-PROT-01): no owner is waited for longer than a breath, and of one that
   * does not answer, or has not heard of the enquiry yet, everything is unknown. Without `decision`, or where no person looks, `access` is not there.
   */
  async forProtection(enquiryId: string, partnershipId: string, viewer?: Viewer): Promise<EnquiryFacts> {
    const now = this.clock.now();
    const [intake, decision, own] = await Promise.all([
      atOnceOr(this.fromIntake(enquiryId), unknownIntake(enquiryId, now)),
      atOnceOr(
        viewer ? this.access(enquiryId, viewer) : this.fromDecision(enquiryId),
        unknownDecision(enquiryId, partnershipId, now),
      ),
      this.ownFacts(enquiryId, partnershipId),
    ]);
    return together({ enquiryId, partnershipId, intake, decision }, own);
  }

  /** Read last: an owner may be waited for for seconds, and an agreement that is stopped meanwhile permits nothing. */
  private async ownFacts(enquiryId: string, partnershipId: string) {
    const [stated, bodies, agreements, identities] = await Promise.all([
      this.consents.ofEnquiry(enquiryId),
      this.agencies.all(partnershipId),
      this.agreements.of(partnershipId),
      this.identities.ofEnquiry(enquiryId),
    ]);
    return { stated, bodies, agreements, identities };
  }

  private fromIntake(enquiryId: string): Promise<IntakeFacts> {
    const path = `/facts/enquiries/${enquiryId}`;
    return this.services.get('contact-intake', path, { schema: IntakeFacts, scope: SCOPE }).catch(notSeenYet);
  }

  private fromDecision(enquiryId: string): Promise<DecisionFacts> {
    const path = `/facts/enquiries/${enquiryId}`;
    return this.services.get('decision', path, { schema: DecisionFacts, scope: SCOPE }).catch(notSeenYet);
  }

  private access(enquiryId: string, viewer: Viewer): Promise<DecisionFacts> {
    const { id, roles, agencyId, agencyKind, partnershipId, clearances } = viewer;
    const body = { enquiryId, actor: { id, roles, agencyId, agencyKind, partnershipId, clearances } };
    return this.services
      .post('decision', '/facts/access', { schema: DecisionFacts, scope: SCOPE, body })
      .catch(notSeenYet);
  }
}

type Own = Pick<EnquiryFacts, 'bodies' | 'agreements'> & {
  readonly stated: readonly KeptConsent[];
  readonly identities: readonly IdentityStatementRow[];
};

/** What was stated of a mention, or by one, is read of and by whoever the roster says today that it is. */
export const consentsOf = (
  intake: Pick<IntakeFacts, 'people' | 'idsOfSeveral'>,
  stated: readonly KeptConsent[],
): Pick<EnquiryFacts, 'consents' | 'consentIds' | 'consentVersion'> => ({
  consents: withoutCopies(asOnePerson(stated, intake)),
  consentIds: stated.map(({ statementId }) => statementId),
  consentVersion: versionOf(stated),
});

const together = (
  its: Pick<EnquiryFacts, 'enquiryId' | 'partnershipId' | 'intake' | 'decision'>,
  { stated, identities, ...own }: Own,
): EnquiryFacts => ({
  ...its,
  ...own,
  identities: asMeant(identities, its.intake),
  ...consentsOf(its.intake, stated),
});

function notSeenYet(error: unknown): never {
  if (error instanceof ServiceRefusal && error.status === 404)
    throw new NotSeenYet('ENQUIRY_NOT_SEEN_YET', { cause: error });
  throw error;
}

/** What the log says of protection that went out without its facts: R-PROT-01 lets it, and whoever reviews it has to see it. */
export function ownersNotHeard({ intake, decision }: EnquiryFacts): string | undefined {
  const silent = [
    ...(intake.isUnknown ? ['CONTACT_INTAKE'] : []),
    ...(decision.threshold === 'unknown' ? ['DECISION'] : []),
  ];
  return silent.length === 0 ? undefined : `WITHOUT_${silent.join('_AND_')}`;
}

/** Only what passes is read as unknown: a refusal or a defect is not. */
const orElse =
  <T>(unknown: T) =>
  (error: unknown): T => {
    if (error instanceof PassingFailure || error instanceof PassingServiceFailure) return unknown;
    throw error;
  };

/** A child in danger waits for no service that is slow: the console, which waits for this one, gives up after five seconds. */
const A_BREATH_MS = 1_500;

async function atOnceOr<T>(asked: Promise<T>, unknown: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const breath = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(unknown), A_BREATH_MS);
  });
  return Promise.race([asked.catch(orElse(unknown)), breath]).finally(() => clearTimeout(timer));
}
