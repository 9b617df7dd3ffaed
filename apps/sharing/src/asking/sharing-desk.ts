import { newId } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { loadPack, type Pack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { CapabilityMaker } from '../capabilities/capability-maker';
import { agreementRef } from '../domain/agreements/agreement-ref';
import { composeQuestion, personOnRoster, type ComposedQuestion, type Matter } from '../domain/compose-question';
import {
  decide,
  FACT_CATALOGUE,
  isAnsweredTheSameDay,
  lawfulBasisOf,
  type CodedFact,
  type ObligationCode,
  type Releaser,
  type SharingDecision,
} from '../domain/decision';
import { coversWhatIsUnknown } from '../domain/consent/yeses-that-stand';
import { isKeptWhereItHappens } from '../domain/obligations/task-of';
import { reviewLadder, sameDayLadder } from '../domain/review-ladder';
import { ObligationKeeper } from '../obligations/obligation-keeper';
import { ReviewRepository } from '../reviews/review.repository';
import type { EnquiryFacts } from './enquiry-facts';
import { factRecordsOf } from './fact-records-of';
import { keptFactRecords } from './kept-fact-records';
import { rulesOf } from './rules';
import { SharingDecisionRepository, type DecisionRow } from './sharing-decision.repository';

export interface Decided extends ComposedQuestion {
  readonly matter: Matter;
  readonly decision: SharingDecision;
}

export interface ToKeep {
  readonly about: { readonly kind: DecisionRow['aboutKind']; readonly id: string };
  readonly askedBy: string;
  /** The request of a line: what an answer to it is read for is what its lines were decided for. */
  readonly requestId?: string;
  /** Who pressed "Ask again" of it, this time or earlier. */
  readonly againBy?: readonly string[];
  readonly byPerson?: string;
  readonly supersedes?: string;
  /** The PERMIT that this one confirms on newer facts: its capability stands, and what it owed is owed once. */
  readonly stands?: Pick<DecisionRow, 'obligations'>;
  /** Left out where the category came from inside an envelope: that one is sealed in the ledger. */
  readonly categoryIsPlain: boolean;
  /** Where somebody has set the day of an obligation: a detriment is looked at again by its own date. */
  readonly dues?: Readonly<Partial<Record<ObligationCode, Date>>>;
}

export const packOf = ({ decision }: EnquiryFacts): Pack => loadPack(decision.pack.id, decision.pack.version);

/** Whoever says that something is wrong opens the recall and the breach record, which have notices and clocks of their own: no task beside them. */
const OF_A_RECALL: readonly ObligationCode[] = ['RECALL', 'BREACH_72H'];

/** Puts a question to the rules, and keeps what they said with the tasks that follow from it. */
@Injectable()
export class SharingDesk {
  constructor(
    private readonly decisions: SharingDecisionRepository,
    private readonly reviews: ReviewRepository,
    private readonly obligations: ObligationKeeper,
    private readonly capabilities: CapabilityMaker,
    private readonly clock: Clock,
  ) {}

  /** Nothing is kept. A yes for want of some facts is not put to the rules where others are missing. */
  decide(facts: EnquiryFacts, matter: Omit<Matter, 'now'>): Decided {
    const asked = { ...matter, now: this.clock.now() };
    const decided = decideOn(facts, asked);
    const { unknownFacts } = decided.decision;
    const yeses = asked.yeses?.filter((yes) => coversWhatIsUnknown(yes, unknownFacts)) ?? [];
    return yeses.length === (asked.yeses ?? []).length ? decided : decideOn(facts, { ...asked, yeses });
  }

  /** Keeps the decision, a task for each releaser of a REVIEW, the obligations with their days, and the capability of a permitted line. */
  async keep(tx: Tx, facts: EnquiryFacts, decided: Decided, its: ToKeep): Promise<DecisionRow> {
    const tasks = decided.decision.reviews.flatMap(({ rule, releasers }) =>
      releasers.map((releaser) => ({ reviewId: newId(), rule, releaser })),
    );
    const reviews = Object.fromEntries(tasks.map(({ reviewId, ...task }) => [reviewId, task]));
    const { unknownFacts: unknown } = decided.decision;
    const row = await this.decisions.add(tx, rowOf(facts, decided, its), { reviews, unknown });
    if (its.stands === undefined) await this.capabilities.forDecision(tx, row);
    const pack = packOf(facts);
    const ladder = reviewLadder(pack, facts.decision.colour, row.decidedAt);
    const { sharingDecisionId, partnershipId, enquiryId } = row;
    const sameDay = sameDayLadder(pack, facts.decision.colour, row.decidedAt);
    const ofPack = { packId: pack.id, packVersion: pack.version };
    for (const { reviewId, rule, releaser } of tasks) {
      const releaserAgencyId = agencyOf(releaser, row.fromAgencyId);
      const task = { reviewId, sharingDecisionId, partnershipId, enquiryId, rule, releaser, releaserAgencyId };
      const raised = { ...(isAnsweredTheSameDay(rule) ? sameDay : ladder), ...ofPack };
      await this.reviews.add(tx, { ...task, ...raised }, row.aboutKind === 'request-line');
    }
    const started = { at: row.decidedAt, reviewDueAt: ladder.dueAt, pack, ...(its.dues && { dues: its.dues }) };
    const owed = decided.decision.obligations.filter(
      (code) => !its.stands?.obligations.includes(code) && !isKeptWhereItHappens(code) && !OF_A_RECALL.includes(code),
    );
    const personId = row.personId && (personOnRoster(facts.intake, row.personId)?.personId ?? row.personId);
    await this.obligations.keep(tx, { ...row, personId }, owed, started);
    return row;
  }
}

function decideOn(facts: EnquiryFacts, matter: Matter): Decided {
  const composed = composeQuestion(facts, matter, packOf(facts).sharing.pastReviewGraceDays.value);
  return { ...composed, matter, decision: decide(composed.question, rulesOf(packOf(facts))) };
}

/** The holder's own releasers; the hub, legal, adoption and information governance are the partnership's. */
const agencyOf = (releaser: Releaser, holder: string): string | null =>
  releaser === 'H' || releaser === 'S' ? holder : null;

/** What its answer is read with. */
const ofLine = ({ need, crossBorder, statesTask = 'no', origin }: Matter) => ({
  ...{ need, statesTask, askedAt: origin?.at },
  ...(crossBorder === 'yes' && { crossBorder }),
});

/** What is said inside an envelope, and by its holder: even that it is missing would say something of the item. */
const isOfAnEnvelope = (fact: CodedFact): boolean => ['envelope', 'holder'].includes(FACT_CATALOGUE[fact].suppliedBy);

function rowOf(facts: EnquiryFacts, { matter, question, agreement, decision }: Decided, its: ToKeep): DecisionRow {
  const { line } = agreement;
  return {
    sharingDecisionId: newId(),
    partnershipId: facts.partnershipId,
    enquiryId: facts.enquiryId,
    aboutKind: its.about.kind,
    aboutId: its.about.id,
    mode: matter.mode,
    fromAgencyId: matter.fromAgencyId,
    toAgencyId: matter.toAgencyId,
    audience: matter.audience,
    personId: matter.personId,
    category: its.categoryIsPlain ? matter.category : null,
    purpose: matter.purpose,
    outcome: decision.outcome,
    visibility: decision.visibility,
    reasons: [...decision.reasons],
    lawfulBasis: [...lawfulBasisOf(decision)],
    obligations: [...decision.obligations],
    redactions: [...decision.redactions],
    rule: decision.rule,
    ruleSetVersion: decision.version,
    agreementRef: agreementRef(line),
    factVersions: {
      ...(its.requestId !== undefined && { request: its.requestId }),
      ...(its.againBy !== undefined && its.againBy.length > 0 && { askedAgainBy: its.againBy }),
      ...(matter.mode === 'ask' && ofLine(matter)),
      ...factVersionsOf(facts),
      unknown: decision.unknownFacts.filter((fact) => its.categoryIsPlain || !isOfAnEnvelope(fact)),
      records: keptFactRecords(factRecordsOf({ facts, matter, agreement, askedBy: its.askedBy })),
    },
    threshold: question.threshold,
    consent: question.consent,
    agreement: question.agreement,
    askedBy: its.askedBy,
    byPerson: its.byPerson ?? null,
    supersedes: its.supersedes ?? null,
    decidedAt: matter.now,
  };
}

/** Which version of each owner's facts the decision rests on; of each fact its source, author, time and version are beside them. */
export const factVersionsOf = ({
  intake,
  decision,
  consents,
  consentVersion,
}: EnquiryFacts): Record<string, string | number> => ({
  roster: intake.rosterVersion,
  ...(intake.statedVersion !== undefined && { stated: intake.statedVersion }),
  rosterAsOf: intake.asOf,
  rating: decision.ratingVersion,
  threshold: decision.thresholdVersion,
  decisionAsOf: decision.asOf,
  consents: consentVersion,
  ...(consents[0] && { newestConsent: consents[0].statementId }),
});
