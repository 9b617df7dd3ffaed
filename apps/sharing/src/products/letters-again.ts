import type { PersonActor } from '@mash/authorisation';
import type { Tx } from '@mash/persistence';
import { notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { AcceptedAnswers } from '../answers/accepted-answers';
import { CheckedAnswerRepository } from '../answers/checked-answer.repository';
import { unreadOf, type UnreadAnswer } from '../answers/unread-answers';
import type { DecisionRow } from '../asking/sharing-decision.repository';
import { EnquiryFactsGatherer, type EnquiryFacts } from '../asking/enquiry-facts';
import { HolderStatements } from '../holder/holder-statements';
import type { Unwrap } from '../keys/key-ring';
import { EnquiryRepository, type EnquiryRow } from '../persistence/enquiry.repository';
import { EnvelopeOpener, type Opened } from '../releases/envelope-opener';
import { forWhoeverOpens } from '../releases/for-whoever-opens';
import { LetterDesk, type DecidedAgain } from './letter-desk';
import { OutwardProductRepository, type OutwardProductRow } from './outward-product.repository';

export interface LettersToDecide {
  readonly enquiry: EnquiryRow;
  readonly facts: EnquiryFacts;
  readonly answers: readonly Opened[];
  readonly unread: readonly UnreadAnswer[];
  readonly unwrap: Unwrap;
}

/** Letters and handovers that wait are decided again once a holder has cleared "do not alert", their releasers have answered, or a fact is another: those that may go then, go. */
@Injectable()
export class LettersAgain {
  constructor(
    private readonly enquiries: EnquiryRepository,
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly checked: CheckedAnswerRepository,
    private readonly acceptedAnswers: AcceptedAnswers,
    private readonly opener: EnvelopeOpener,
    private readonly statements: HolderStatements,
    private readonly letters: LetterDesk,
    private readonly products: OutwardProductRepository,
  ) {}

  /** Everything that other services know, and the keys, before the transaction. */
  async load(enquiryId: string): Promise<LettersToDecide> {
    const enquiry = await this.enquiries.find(enquiryId);
    if (enquiry === undefined) throw notFound('Enquiry');
    const accepted = await this.checked.partsOf(enquiryId);
    const [facts, rows] = await Promise.all([
      this.gatherer.of(enquiryId, enquiry.partnershipId),
      this.acceptedAnswers.of(enquiryId),
    ]);
    const unwrap = await this.opener.keysOf(rows, enquiry);
    const tried = await this.opener.openAll(rows, enquiry, undefined, unwrap);
    const answers = tried.flatMap((one) => (one.kind === 'refused' ? [] : one));
    return { enquiry, facts: forWhoeverOpens(facts), answers, unread: unreadOf(accepted, answers), unwrap };
  }

  /**
   * Somebody has said something of one of them, or of what holds letters, which is one answer for all.
   * @param aboutId what they were asked about; left out where they were not asked
   */
  async decide(tx: Tx, actor: PersonActor, loaded: LettersToDecide, aboutId?: string): Promise<void> {
    const { id, kind, agencyId } = actor;
    const product = aboutId === undefined ? undefined : await this.products.find(aboutId);
    const isOf = (letter: OutwardProductRow) =>
      product === undefined ? letter.kind === 'letter' : letter.productId === product.productId;
    await this.letGo(tx, loaded, { actor: { id, kind, agencyId }, isOf });
  }

  /** The same where nobody has answered, and a fact that they wait for is another. */
  settle(tx: Tx, loaded: LettersToDecide): Promise<void> {
    return this.letGo(tx, loaded);
  }

  /** Whether any of an enquiry waits: otherwise there is nothing to load. */
  areThereAny(enquiryId: string): Promise<boolean> {
    return this.products.isAnyWaiting(enquiryId);
  }

  private async letGo(tx: Tx, loaded: LettersToDecide, said?: DecidedAgain['said']): Promise<void> {
    const statements = await this.statements.of(loaded.enquiry, tx, loaded.unwrap);
    await this.letters.letGo(tx, { ...loaded, statements, ...(said && { said }) });
  }

  /** Somebody has said no to it. */
  refuse(tx: Tx, actor: PersonActor, decision: DecisionRow): Promise<void> {
    return this.letters.refuse(tx, actor, decision);
  }
}
