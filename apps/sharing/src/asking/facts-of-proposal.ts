import type { RequestProposedV1 } from '@mash/contracts';
import { NotSeenYet, PassingFailure } from '@mash/messaging';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isPastItsClock } from '../domain/fact-clock';
import { unknownDecision, unknownIntake } from '../domain/unknown-facts';
import { EnquiryFactsGatherer, type EnquiryFacts } from './enquiry-facts';
import { HeardVersions, type HeardKind } from './heard-versions';

/** The facts that a proposed line rests on, in the versions that it names. */
@Injectable()
export class FactsOfProposal {
  constructor(
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly heard: HeardVersions,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * An owner that cannot be had, or has not got so far yet, is waited for, and the line is never denied for want of it. Past the clock of
   * a fact it reads unknown, and a human looks: no question waits for ever in silence.
   *
   * @throws PassingFailure, PassingServiceFailure: heard again later
   */
  async of({ data, partnershipId }: RequestProposedV1): Promise<EnquiryFacts> {
    const now = this.clock.now();
    const { enquiryId } = data;
    if (!isPastItsClock(data.proposedAt, now)) {
      const facts = await this.gatherer.of(enquiryId, partnershipId).catch(waitOn);
      if (!hasSeenRoster(facts, data) || !hasSeenRating(facts, data)) throw new PassingFailure('FACTS_NOT_SEEN_YET');
      if (!hasSeenConsents(facts, data)) throw new PassingFailure('CONSENT_NOT_SEEN_YET');
      if ((await this.aheadOf(facts)).length > 0) throw new PassingFailure('FACTS_NOT_SEEN_YET');
      return facts;
    }
    const facts = await this.gatherer.ofOwnersThatAnswer(enquiryId, partnershipId);
    const ahead = await this.aheadOf(facts);
    const isBehind = (...kinds: HeardKind[]): boolean => kinds.some((kind) => ahead.includes(kind));
    return {
      ...facts,
      // A statement that has not come may be a refusal: without it, what was said is not known.
      consents: hasSeenConsents(facts, data) ? facts.consents : [],
      intake:
        hasSeenRoster(facts, data) && !isBehind('roster', 'stated') ? facts.intake : unknownIntake(enquiryId, now),
      decision:
        hasSeenRating(facts, data) && !isBehind('rating')
          ? facts.decision
          : unknownDecision(enquiryId, partnershipId, now),
    };
  }

  /** An owner that tells less than it has announced was restored to a time before: that it comes again is nothing to wait for without end. */
  private aheadOf(facts: EnquiryFacts): Promise<HeardKind[]> {
    return this.heard.aheadOf(this.dataSource.manager, facts);
  }
}

type Named = RequestProposedV1['data'];

const hasSeenRoster = ({ intake }: EnquiryFacts, { rosterVersion }: Named): boolean =>
  intake.rosterVersion >= rosterVersion;
const hasSeenRating = ({ decision }: EnquiryFacts, { ratingVersion, thresholdVersion }: Named): boolean =>
  decision.ratingVersion >= ratingVersion && decision.thresholdVersion >= thresholdVersion;
/** The asker saw so many statements about consent; the contact brought these. */
function hasSeenConsents({ intake, consents, consentVersion }: EnquiryFacts, named: Named): boolean {
  const held = new Set(consents.map(({ statementId }) => statementId));
  return (
    consentVersion >= (named.consentVersion ?? 0) && (intake.consentStatementIds ?? []).every((id) => held.has(id))
  );
}

/** The clock of the facts ends this wait, and sends the line to a human: it is no dead letter before that. */
function waitOn(error: unknown): never {
  throw error instanceof NotSeenYet ? new PassingFailure(error.code, { cause: error }) : error;
}
