import type { PersonActor } from '@mash/authorisation';
import type { DecidedAgain } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryAccess } from '../../access/enquiry-access';
import { DecisionAnnouncer } from '../../asking/decision-announcer';
import { EnquiryFactsGatherer, type EnquiryFacts } from '../../asking/enquiry-facts';
import { FreshFacts } from '../../asking/fresh-facts';
import { LinesAgain, type LineDecidedAgain } from '../../asking/lines-again';
import { SharingDecisionRepository, type DecisionRow } from '../../asking/sharing-decision.repository';
import { factVersionsOf, type Decided } from '../../asking/sharing-desk';
import { askerWords } from '../../domain/asker-words';
import { LEGAL_FRAME } from '../../domain/decision';
import { lawDates } from '../../domain/passed-dates/law-dates';
import { registerDates } from '../../domain/passed-dates/register-dates';
import { isIn } from '../../domain/passed-dates/sweep-window';

/**
 * "Ask again": a line that was denied, waits, or was recalled is decided anew on today's facts, because a person pressed a button. What was
 * given later opens nothing by itself.
 */
@Injectable()
export class DecideAgainHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EnquiryAccess,
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly lines: LinesAgain,
    private readonly decisions: SharingDecisionRepository,
    private readonly fresh: FreshFacts,
    private readonly announcer: DecisionAnnouncer,
  ) {}

  /** @throws 404; CodedError SHARING.ALREADY_PERMITTED, SHARING.NOTHING_CHANGED, SHARING.FACTS_CHANGED (409) */
  async execute(actor: PersonActor, enquiryId: string, lineId: string): Promise<DecidedAgain> {
    const { partnershipId } = await this.access.forHub(actor, enquiryId, 'sharing.decide-again');
    const facts = await this.gatherer.of(enquiryId, partnershipId);
    const again = await this.lines.oneLine(facts, lineId);
    if (again === undefined) throw notFound('RequestLine');
    requireWorthAsking(again, facts);
    const { outcome, reasons } = again.decided.decision;
    await this.unitOfWork.run(async (tx) => {
      const newest = await this.decisions.newestAbout(lineId, tx);
      const isSame = newest?.sharingDecisionId === again.before.sharingDecisionId;
      if (!(await this.fresh.hold(tx, facts)) || !isSame)
        throw conflict('SHARING.FACTS_CHANGED', 'Something changed while this was decided. Look again.');
      await this.announcer.supersede(tx, facts, again, { actor });
    });
    return { outcome, reasons: askerWords(reasons) };
  }
}

/** A date has passed since: whose word counts is another's, an agreement has started or ended, a law has, or it names one of the two bodies now. */
function isReadOtherwise(before: DecisionRow, { question, matter }: Decided, { bodies }: EnquiryFacts): boolean {
  const since = { after: before.decidedAt, until: matter.now };
  const both = bodies.filter(({ agencyId }) => [before.fromAgencyId, before.toAgencyId].includes(agencyId));
  const isLawAnother = [...lawDates(LEGAL_FRAME), ...registerDates(both)].some((at) => isIn(since, at));
  return before.consent !== question.consent || before.agreement !== question.agreement || isLawAnother;
}

/** Asked again for no reason, a refusal would be put to a releaser until one is worn down. */
function requireWorthAsking({ before, decided, line }: LineDecidedAgain, facts: EnquiryFacts): void {
  if (before.outcome === 'PERMIT' || line.state === 'answered')
    throw conflict('SHARING.ALREADY_PERMITTED', 'This has been asked already.');
  const today = factVersionsOf(facts);
  const isSameFacts = ['roster', 'stated', 'rating', 'threshold', 'consents'].every(
    (fact) => before.factVersions[fact] === today[fact],
  );
  if (
    isSameFacts &&
    !isReadOtherwise(before, decided, facts) &&
    (before.byPerson !== null || before.outcome === decided.decision.outcome)
  )
    throw conflict('SHARING.NOTHING_CHANGED', 'Nothing has changed since this was decided.');
}
