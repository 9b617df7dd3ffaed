import type { z } from 'zod';
import type { EnvelopeType } from '../envelope/envelope-ids';
import { answerDisagreements } from './answer-agrees';
import { AnswerContent } from './answer.content';
import { AnswerFacts } from './answer.facts';
import { HolderStatementContent, HolderStatementFacts, statementDisagreements } from './holder-statement';
import { LooseRecord } from './loose-record';

/** Kinds of envelope whose inside this library defines; all others are loose records that their owner closes. */
interface DefinedContents {
  answer: { facts: AnswerFacts; factsIn: z.input<typeof AnswerFacts>; content: AnswerContent };
  statement: { facts: HolderStatementFacts; factsIn: HolderStatementFacts; content: HolderStatementContent };
}
export type FactsOf<Type extends EnvelopeType> = Type extends keyof DefinedContents
  ? DefinedContents[Type]['facts']
  : LooseRecord;
export type FactsGivenFor<Type extends EnvelopeType> = Type extends keyof DefinedContents
  ? DefinedContents[Type]['factsIn']
  : LooseRecord;
export type ContentOf<Type extends EnvelopeType> = Type extends keyof DefinedContents
  ? DefinedContents[Type]['content']
  : LooseRecord;

export interface InsideSchemas<Type extends EnvelopeType> {
  readonly facts: z.ZodType<FactsOf<Type>>;
  readonly content: z.ZodType<ContentOf<Type>>;
  /** What the two schemas cannot see alone: paths where facts and content contradict one another. */
  readonly disagreements?: (facts: FactsOf<Type>, content: ContentOf<Type>) => string[];
}

const loose = { facts: LooseRecord, content: LooseRecord };

export const INSIDE: { readonly [Type in EnvelopeType]: InsideSchemas<Type> } = {
  answer: { facts: AnswerFacts, content: AnswerContent, disagreements: answerDisagreements },
  statement: {
    facts: HolderStatementFacts,
    content: HolderStatementContent,
    disagreements: statementDisagreements,
  },
  contact: loose,
  caller: loose,
  consent: loose,
  draft: loose,
  request: loose,
  decision: loose,
  review: loose,
  outward: loose,
  feedback: loose,
  note: loose,
  glass: loose,
  place: loose,
  disclosure: loose,
  ruling: loose,
  acceptance: loose,
};
