import type { Expected } from './expected.scenarios';
import type { Tale } from './tale.scenarios';

/** One sentence about sharing, the question it tells and what must come of it. */
export interface Scenario {
  readonly sentence: string;
  readonly given: Tale;
  readonly then: Expected;
}

export const scenario = (sentence: string, given: Tale, then: Expected): Scenario => ({ sentence, given, then });

/** At least one: a reason without a scenario does not compile. */
export type Scenarios = readonly [Scenario, ...Scenario[]];
