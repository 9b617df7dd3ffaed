import type { LineFacts } from '@mash/contracts';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { AcceptedAnswers } from '../answers/accepted-answers';
import { anyRepeatsUnreleased, type SaidTexts } from '../domain/release/repeats-unreleased';
import { wordsIn } from '../domain/release/words-in';
import { HolderStatements } from '../holder/holder-statements';
import { EnquiryRepository } from '../persistence/enquiry.repository';
import { AskedLinesFinder } from '../releases/asked-lines';
import { EnvelopeOpener, type Opened } from '../releases/envelope-opener';
import { judgeThing, sameQuestionOnce, type Telling } from '../releases/judge-thing';
import { thingsOf } from '../releases/things-of';
import type { Thing } from '../releases/thing';
import { wordsAroundItems } from '../releases/words-around-items';
import type { EnquiryFacts } from './enquiry-facts';
import { askedAudience } from './line-matter';
import { SharingDesk } from './sharing-desk';

/**
 * Whether the words of a request are those of an item that the agency asked may not read. A request leaves the hub: what it says of another
 * agency's item is that item told onward, whatever sealed it.
 */
@Injectable()
export class RepeatedItems {
  constructor(
    private readonly acceptedAnswers: AcceptedAnswers,
    private readonly opener: EnvelopeOpener,
    private readonly askedLines: AskedLinesFinder,
    private readonly statements: HolderStatements,
    private readonly enquiries: EnquiryRepository,
    private readonly desk: SharingDesk,
    private readonly clock: Clock,
  ) {}

  /**
   * Against what was accepted by the time it was asked: an answer that quotes the question makes no question wrong. Its own items are nothing
   * new to an agency; of the others' it may read what the rules permit to go onward to it, in the wording in which that goes.
   *
   * @param texts what the agency would read, asked for only where there is something to repeat
   * @throws PassingServiceFailure where the answers cannot be had now
   */
  async areIn(texts: () => Promise<SaidTexts>, line: LineFacts, facts: EnquiryFacts): Promise<boolean> {
    const { enquiryId, agencyId } = line;
    const [rows, enquiry] = await Promise.all([
      this.acceptedAnswers.of(enquiryId, new Date(line.askedAt)),
      this.enquiries.find(enquiryId),
    ]);
    if (rows.length === 0 || enquiry === undefined) return false;
    const said = await texts();
    const opened = (await this.opener.openAll(rows, enquiry)).flatMap((one) => (one.kind === 'refused' ? [] : one));
    const [own, others] = [opened.filter(isOf(agencyId)), opened.filter((one) => !isOf(agencyId)(one))];
    const telling = tellingOf(line, facts);
    const [asked, statements] = await Promise.all([this.askedLines.of(enquiryId), this.statements.of(enquiry)]);
    const its = { admitted: { facts, enquiry }, telling, asked, statements, now: this.clock.now() };
    const [theirs, known] = [thingsOf(others, its), thingsOf(own, its)];
    const unreleased = [...wordsOf(theirs), ...wordsAroundItems(others)];
    const free = [...wordsOf(known), ...wordsAroundItems(own)];
    if (!anyRepeatsUnreleased(said, unreleased, free)) return false; // nearly always: the rules are asked only where it does
    return anyRepeatsUnreleased(said, unreleased, [...free, ...this.permitted(theirs, facts, telling)]);
  }

  /** What the rules let this agency read of them by themselves, as it would read it: it is asked as a body, and nobody looks yet. Nothing is kept. */
  private permitted(things: readonly Thing[], facts: EnquiryFacts, telling: Telling): string[] {
    const asABody = { ...facts, decision: { ...facts.decision, access: facts.decision.access ?? 'ordinary' } } as const;
    const decide = sameQuestionOnce((matter) => this.desk.decide(asABody, matter));
    return things.flatMap((thing) => {
      const { shownAs, rendered } = judgeThing(decide, thing, telling, { yeses: [] });
      return shownAs === 'shown' ? wordsIn(rendered) : [];
    });
  }
}

const wordsOf = (things: readonly Thing[]): string[] => things.flatMap(({ words }) => words);

const isOf =
  (agencyId: string) =>
  (one: Opened): boolean =>
    one.kind === 'answer' && one.ids.agencyId === agencyId;

const tellingOf = ({ agencyId, purpose, askedBy }: LineFacts, { bodies }: EnquiryFacts): Telling => ({
  mode: 'onward',
  purpose,
  audience: askedAudience(bodies, agencyId),
  toAgencyId: agencyId,
  askedBy,
});
