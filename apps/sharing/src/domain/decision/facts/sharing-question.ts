import type { AgreementFacts } from './agreement-facts';
import type { AnswerFacts } from './answer-facts';
import type { BodyFacts } from './body-facts';
import type { ConsentFacts } from './consent-facts';
import type { ItemFacts } from './item-facts';
import type { RecipientFacts } from './recipient-facts';
import type { RequestFacts } from './request-facts';
import type { SubjectFacts } from './subject-facts';

/**
 * One recipient, one subject, one category (in content and onward: one item). Every fact is a code of a closed set; a fact
 * that can be had by nobody within its clock reads `unknown` where R-GATE-02 must see it. Built by `parseSharingQuestion`.
 */
export interface SharingQuestion
  extends RequestFacts, BodyFacts, RecipientFacts, SubjectFacts, ConsentFacts, ItemFacts, AgreementFacts, AnswerFacts {
  /** Instant in milliseconds since 1970; it picks the legal frame and nothing else. */
  readonly now: number;
}

/** Facts that are lists of codes. */
export type ListFact = 'flags' | 'protectedPlaces' | 'conditions';

/** Facts that are one code. */
export type CodedFact = Exclude<keyof SharingQuestion, ListFact | keyof AnswerFacts | 'now'>;

export type FactName = keyof SharingQuestion;
