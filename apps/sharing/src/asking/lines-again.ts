import type { LineFacts } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CheckedAnswerRepository } from '../answers/checked-answer.repository';
import { personOnRoster } from '../domain/compose-question';
import { whoseConsents } from '../domain/consent/whose-consent';
import { lawfulBasisOf, overtakenFacts, type FactName } from '../domain/decision';
import { WhatPeopleSaid } from '../overrides/what-people-said';
import type { EnquiryFacts } from './enquiry-facts';
import { factRecordsOf } from './fact-records-of';
import { unfoldedRecords } from './kept-fact-records';
import { LineAgain } from './line-again';
import { SharingDecisionRepository, type DecisionRow } from './sharing-decision.repository';
import type { Decided } from './sharing-desk';

/** A line that was decided before, and what the rules say of it now. */
export interface LineDecidedAgain {
  /** The newest decision about it. */
  readonly before: DecisionRow;
  readonly line: LineFacts;
  readonly decided: Decided;
  /** It would be asked of a human in another way (other reasons, or other people), or is permitted on another basis. */
  readonly differs: boolean;
  /** Facts that the earlier decision rests on and of which there is a newer version. */
  readonly overtaken: readonly FactName[];
}

/** A line as it stands without an answer that was refused. */
export const unanswered = (again: LineDecidedAgain): LineDecidedAgain => ({
  ...again,
  line: { ...again.line, state: undefined },
});

/** Puts lines that were decided before to the rules again, on today's facts and with what people have said. Nothing is kept. */
@Injectable()
export class LinesAgain {
  constructor(
    private readonly decisions: SharingDecisionRepository,
    private readonly lineAgain: LineAgain,
    private readonly said: WhatPeopleSaid,
    private readonly checked: CheckedAnswerRepository,
    private readonly dataSource: DataSource,
  ) {}

  /** Every line about one person, whatever they were called when it was asked, and about an unborn child that is decided by their consent. */
  async aboutPerson(facts: EnquiryFacts, personId: string): Promise<LineDecidedAgain[]> {
    const rests = (about: string): boolean =>
      (personOnRoster(facts.intake, about)?.personId ?? about) === personId ||
      whoseConsents(facts, about).includes(personId);
    return this.owed(await this.decide(facts, ({ personId: about }) => about !== null && rests(about)));
  }

  /** Whether anybody was asked anything, or a question about it waits. */
  async areThereAny(enquiryId: string): Promise<boolean> {
    return (await this.decisions.linesOf(enquiryId)).some(({ outcome }) => outcome !== 'DENY');
  }

  /** Every line that was let through or waits: a no, of the rules or of a person, is undone by a person alone. */
  async thatStand(facts: EnquiryFacts): Promise<LineDecidedAgain[]> {
    return this.owed(await this.decide(facts, ({ outcome }) => outcome !== 'DENY'));
  }

  async oneLine(facts: EnquiryFacts, lineId: string): Promise<LineDecidedAgain | undefined> {
    return (await this.decide(facts, ({ aboutId }) => aboutId === lineId))[0];
  }

  /** Every line of one request. */
  async ofRequest(facts: EnquiryFacts, requestId: string): Promise<LineDecidedAgain[]> {
    const all = await this.decide(facts, ({ factVersions: { request } }) => (request ?? requestId) === requestId);
    return all.filter(({ line }) => line.requestId === requestId);
  }

  /** A refused answer has answered nothing, though the owner of its line has not heard of that yet, and would hear of nothing else afterwards. */
  private async owed(lines: readonly LineDecidedAgain[]): Promise<LineDecidedAgain[]> {
    const answered = lines.filter(({ line }) => line.state === 'answered').map(({ line }) => line.requestId);
    const refused = answered.length === 0 ? new Set() : await this.checked.refusedLast(answered);
    return lines.map((one) =>
      one.line.state === 'answered' && refused.has(one.line.requestId) ? unanswered(one) : one,
    );
  }

  private async decide(facts: EnquiryFacts, isWanted: (row: DecisionRow) => boolean): Promise<LineDecidedAgain[]> {
    const wanted = (await this.decisions.linesOf(facts.enquiryId)).filter(isWanted);
    return Promise.all(
      wanted.map(async (before): Promise<LineDecidedAgain> => {
        const now = await this.lineAgain.on(facts, before.aboutId);
        const override = await this.said.overrideOf(this.dataSource.manager, before);
        const decided = this.lineAgain.decide(now, { yeses: [], override });
        const differs = !isSameQuestion(before, decided);
        return { before, line: now.line, decided, differs, overtaken: overtakenSince(before, facts, decided) };
      }),
    );
  }
}

function overtakenSince({ factVersions, askedBy }: DecisionRow, facts: EnquiryFacts, decided: Decided): FactName[] {
  const { matter, agreement } = decided;
  return overtakenFacts(unfoldedRecords(factVersions['records']), factRecordsOf({ facts, matter, agreement, askedBy }));
}

const inOrder = (codes: readonly string[]): string => [...codes].sort().join(' ');

const isSameQuestion = (before: DecisionRow, { decision, question }: Decided): boolean =>
  before.outcome === decision.outcome &&
  before.rule === decision.rule &&
  before.consent === question.consent &&
  inOrder(before.lawfulBasis) === inOrder(lawfulBasisOf(decision)) &&
  inOrder(before.reasons) === inOrder(decision.reasons);
