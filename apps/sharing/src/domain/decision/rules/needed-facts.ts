import type { CodedFact } from '../facts/sharing-question';
import type { Condition } from './condition';
import { all, not, when } from './condition';
import { BELOW_S47, CHILD_RECORD, DECIDED_AS } from './named-conditions';

/** A fact without which R-GATE-02 sends the question to a human, and the questions that need it. */
export interface NeededFact {
  readonly fact: CodedFact;
  readonly when: Condition;
  /** Read only by rows that a row marked * silences: then it is not needed. */
  readonly unlessSilenced?: true;
}

const OUTSIDE_ASK = not(when('mode', 'ask'));
const ALWAYS: Condition = { all: [] };

/**
 * The book says "a needed fact (below section 47: consent too)" and leaves the list open. Needed is whatever a row of this
 * question would read; facts whose unknown has a reading of its own (fact-catalogue.ts) never get here.
 */
export const NEEDED_FACTS: readonly NeededFact[] = [
  { fact: 'threshold', when: ALWAYS },
  { fact: 'purpose', when: ALWAYS },
  { fact: 'subjectKind', when: ALWAYS },
  { fact: 'relation', when: ALWAYS },
  { fact: 'bar', when: OUTSIDE_ASK },
  { fact: 'release', when: OUTSIDE_ASK },
  { fact: 'detriment', when: OUTSIDE_ASK },
  { fact: 'objects', when: DECIDED_AS('u13', '13_15', '16_17') },
  { fact: 'dispute', when: all(CHILD_RECORD, BELOW_S47) },
  { fact: 'pr', when: all(CHILD_RECORD, BELOW_S47, when('consent', 'given')) },
  { fact: 'consent', when: BELOW_S47, unlessSilenced: true },
];
