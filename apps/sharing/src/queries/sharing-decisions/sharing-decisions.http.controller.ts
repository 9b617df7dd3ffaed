import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { SharingDecisions, type SharingDecisionView } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { EnquiryAccess } from '../../access/enquiry-access';
import { sourcesWithFacts, type KeptFactRecords } from '../../asking/kept-fact-records';
import { SharingDecisionRepository, type DecisionRow } from '../../asking/sharing-decision.repository';
import { unknownFactsOf } from '../../asking/unknown-facts-of';
import { askerWords } from '../../domain/asker-words';
import { isReadByAll, ruleAsRead, type ObligationCode, type RuleId } from '../../domain/decision';
import { HIDDEN } from '../../asking/ruling';
import { factNameWords } from '../../domain/fact-name-words';
import { ReviewRepository, type ReviewRow } from '../../reviews/review.repository';
import { NamedToReader } from '../../register/named-to-reader';
import { RELEASER_CODES } from '../reviews/releaser-codes';

class SharingDecisionsBody extends createZodDto(SharingDecisions) {}

@Controller('enquiries/:enquiryId/sharing-decisions')
export class SharingDecisionsController {
  constructor(
    private readonly access: EnquiryAccess,
    private readonly decisions: SharingDecisionRepository,
    private readonly reviews: ReviewRepository,
    private readonly named: NamedToReader,
    private readonly audit: AuditTrail,
  ) {}

  /** What was decided about each question of the enquiry, why, and under which rule and version. Codes, no content. */
  @Get()
  @ZodResponse({ type: SharingDecisionsBody })
  async list(@CurrentPerson() actor: PersonActor, @UuidParam('enquiryId') enquiryId: string) {
    const enquiry = await this.access.forReasons(actor, enquiryId, 'sharing-decision.list');
    const all = await this.decisions.ofEnquiry(enquiryId);
    const naming = await this.named.in(actor, [enquiry]);
    const isNamed = (agencyId: string) => naming.isNamed(enquiryId, agencyId);
    const seen = all.filter((row) => row.visibility !== 'absent' && isOfNamed(row, isNamed));
    const decisions = await Promise.all(seen.map((row) => this.viewOf(row, isNamed)));
    const entry = { actor, action: 'sharing-decision.list', subject: { type: 'Enquiry', id: enquiryId }, enquiryId };
    await this.audit.recordRead({ ...entry, outcome: 'shown', counts: { decisions: decisions.length } });
    return { decisions };
  }

  private async viewOf(row: DecisionRow, isNamed: (agencyId: string) => boolean): Promise<SharingDecisionView> {
    const all = row.outcome === 'REVIEW' ? await this.reviews.ofDecision(row.sharingDecisionId) : [];
    // What it rests on, and who let it through, say whose information it is.
    const says = isNamed(row.fromAgencyId);
    return {
      sharingDecisionId: row.sharingDecisionId,
      about: { kind: row.aboutKind, id: row.aboutId },
      mode: row.mode,
      ...(row.toAgencyId !== null && { toAgencyId: row.toAgencyId }),
      ...(row.personId !== null && { personId: row.personId }),
      ...(row.category !== null && { category: row.category }),
      outcome: row.outcome,
      reasons: askerWords(row.reasons, unknownFactsOf(row)),
      lawfulBasis: row.lawfulBasis,
      obligations: (row.obligations as ObligationCode[]).filter(isReadByAll),
      rule: ruleAsRead(row.rule as RuleId),
      ruleSetVersion: row.ruleSetVersion,
      ...(says && row.agreementRef !== null && { agreementVersion: row.agreementRef }),
      decidedAt: row.decidedAt.toISOString(),
      ...(says && restsOn(row)),
      ...(says && row.byPerson !== null && { byPerson: row.byPerson }),
      ...reviewsOf(all, row.fromAgencyId, isNamed),
    };
  }
}

/** Of a holder as of a recipient who is not named nothing is listed: the agreement and the sources of a decision would say who it is. */
const isOfNamed = ({ fromAgencyId, toAgencyId }: DecisionRow, isNamed: (agencyId: string) => boolean): boolean =>
  isNamed(fromAgencyId) && (toAgencyId === null || isNamed(toAgencyId));

type IsNamed = (agencyId: string) => boolean;

/**
 * Where the row's own cause is hidden it reads as the holder's, with the holder's agency, whoever answers: a holder without one could only be the lawyer,
 * and that would name the bar (R-BAR-02).
 */
function releaserOf({ rule, releaser, releaserAgencyId }: ReviewRow, holder: string, isNamed: IsNamed) {
  const isHidden = rule === HIDDEN || ruleAsRead(rule) === HIDDEN;
  const agencyId = isHidden ? holder : releaserAgencyId;
  return {
    releaser: RELEASER_CODES[isHidden ? 'H' : releaser],
    ...(agencyId !== null && isNamed(agencyId) && { releaserAgencyId: agencyId }),
  };
}

/** Whose answers it waits for, each once, and by when the last of them is due. */
function reviewsOf(all: readonly ReviewRow[], holder: string, isNamed: IsNamed): Partial<SharingDecisionView> {
  const open = all.filter(({ state }) => state === 'open');
  const [first] = open;
  if (first === undefined) return all[0] === undefined ? {} : { reviewId: all[0].reviewId };
  const waitsFor = open.map((one) => releaserOf(one, holder, isNamed));
  const once = new Map(waitsFor.map((one) => [JSON.stringify(one), one]));
  const dueAt = new Date(Math.max(...open.map((one) => one.dueAt.getTime())));
  return {
    reviewId: first.reviewId,
    ...releaserOf(first, holder, isNamed),
    waitsFor: [...once.values()],
    dueAt: dueAt.toISOString(),
  };
}

const inWords = (one: ReturnType<typeof sourcesWithFacts>[number]) => ({
  ...one,
  words: one.facts.map(factNameWords),
});

/** Decisions kept before records were do not have them. */
function restsOn({ factVersions: { records } }: DecisionRow): Pick<SharingDecisionView, 'restsOn'> {
  return records === undefined ? {} : { restsOn: sourcesWithFacts(records as KeptFactRecords).map(inWords) };
}
