import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { newId, type ConsentPreview, type PreviewConsent } from '@mash/contracts';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryAccess } from '../../access/enquiry-access';
import { EnquiryFactsGatherer, type EnquiryFacts } from '../../asking/enquiry-facts';
import { hubOf } from '../../asking/line-matter';
import { LinesAgain, type LineDecidedAgain } from '../../asking/lines-again';
import { refusalOf } from '../../consent/refusal-of';
import type { KeptConsent } from '../../consent/consent.repository';
import { HoldersRepository } from '../../consent/holders.repository';
import { askerWords } from '../../domain/asker-words';
import { previewFaults } from '../../domain/consent/consent-faults';
import { consentStanding } from '../../domain/consent/consent-standing';
import { lineEffect } from '../../domain/consent/line-effect';
import { namesOfPerson } from '../../domain/consent/names-of-person';
import { newestFirst } from '../../domain/consent/newest-first';
import { peopleDecidedBy } from '../../domain/consent/whose-consent';
import { decidedBy } from '../../domain/decided-by';
import { whoIsTold } from '../../domain/consent/who-is-told';
import { NamedToReader, type Naming } from '../../register/named-to-reader';

/** What a statement would change, before anybody makes it. Nothing is kept but an audit entry. */
@Injectable()
export class PreviewConsentHandler {
  constructor(
    private readonly access: EnquiryAccess,
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly lines: LinesAgain,
    private readonly holders: HoldersRepository,
    private readonly named: NamedToReader,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError CONSENT.PERSON_NOT_ON_ROSTER, CONSENT.BODY_UNKNOWN, CONSENT.IN_FUTURE, CONSENT.INCOMPLETE (422) */
  async execute(actor: PersonActor, enquiryId: string, said: PreviewConsent): Promise<ConsentPreview> {
    const enquiry = await this.access.forHub(actor, enquiryId, 'consent.preview');
    const facts = await this.gatherer.of(enquiryId, actor.partnershipId);
    const { person, imagined } = this.imagine(facts, said, actor);
    const before = consentStanding(facts.consents, person, said.kind, this.clock.now());
    const after = consentStanding(imagined.consents, person, said.kind, this.clock.now());
    const again = await this.lines.aboutPerson(imagined, person.personId);
    const names = peopleDecidedBy(imagined, person, said.kind).flatMap(namesOfPerson);
    const holders = await this.holders.of(enquiryId, names, said.kind);
    const told = whoIsTold(holders, {
      ...{ person, kind: said.kind, before: facts.consents, after: imagined.consents },
      ...{ lines: again.map(({ line }) => line), hub: hubOf(facts.bodies), threshold: facts.decision.threshold },
      whose: (stated) => decidedBy(person, facts.intake, stated, said.kind),
      now: this.clock.now(),
    });
    const subject = { type: 'Enquiry', id: enquiryId };
    await this.audit.recordRead({
      ...{ actor, action: 'consent.preview', subject, enquiryId, personIds: [person.personId], outcome: 'shown' },
      counts: { lines: again.length },
    });
    return { before, after, ...asNamed(await this.named.in(actor, [enquiry]), enquiryId, { again, told }) };
  }

  private imagine(facts: EnquiryFacts, said: PreviewConsent, actor: PersonActor) {
    const person = facts.intake.people.find(({ personId }) => personId === said.personId);
    const now = this.clock.now();
    const faults = previewFaults(said, {
      rosterIds: facts.intake.people.map(({ personId }) => personId),
      agencyIds: facts.bodies.map(({ agencyId }) => agencyId),
      now,
    });
    if (faults.length > 0 || person === undefined) throw refusalOf(faults);
    return { person, imagined: { ...facts, consents: withStatement(facts, said, { now, recordedBy: actor.id }) } };
  }
}

/** In the order in which it would count once it were recorded: one of an earlier day does not stand before what was said since. */
function withStatement(
  { enquiryId, partnershipId, consents }: EnquiryFacts,
  said: PreviewConsent,
  { now, recordedBy }: { now: Date; recordedBy: string },
): KeptConsent[] {
  const nothing = { how: null, wordsKid: null, wordsEnvelope: null, writtenAt: null };
  const undecided = { groundAccepted: null, groundDecidedBy: null, groundDecidedAt: null };
  const statedAt = said.statedAt === undefined ? now : new Date(said.statedAt);
  const statement: KeptConsent = {
    ...{ ...said, ...nothing, ...undecided, statementId: newId(now.getTime()), enquiryId, partnershipId },
    ...{ ground: said.ground ?? null, givenById: said.givenById ?? null, purposes: said.purposes ?? [] },
    ...{ statedAt, recordedAt: now, recordedBy },
  };
  return newestFirst([statement, ...consents]);
}

/**
 * Agencies that may be named, with what becomes of each line. The lines of the others are counted, as they stand before anything is typed: a count of
 * what changes would move with the one body, or purpose, that is left out of a yes, and so say which agency it is (rule row R-EX-01).
 */
function asNamed(
  naming: Naming,
  enquiryId: string,
  { again, told }: { again: readonly LineDecidedAgain[]; told: readonly { readonly agencyId: string }[] },
): Pick<ConsentPreview, 'lines' | 'told' | 'notNamed'> {
  const isNamed = ({ agencyId }: { readonly agencyId: string }) => naming.isNamed(enquiryId, agencyId);
  const lines = again.map(lineView);
  const named = lines.filter(isNamed);
  return {
    lines: named,
    told: told.filter(isNamed).map(({ agencyId }) => agencyId),
    notNamed: lines.length - named.length,
  };
}

function lineView({ before, line, decided, differs }: LineDecidedAgain): ConsentPreview['lines'][number] {
  const { outcome, reasons } = decided.decision;
  return {
    ...{ lineId: line.lineId, agencyId: line.agencyId, category: line.category, now: before.outcome, then: outcome },
    effect: lineEffect({ now: before.outcome, then: outcome, state: line.state, differs }),
    reasons: askerWords(reasons),
  };
}
