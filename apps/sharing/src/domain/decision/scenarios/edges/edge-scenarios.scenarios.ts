import type { ReasonCode } from '../../reasons/reason-code';
import type { Scenario } from '../scenario.scenarios';

/** Scenarios that hold the edges of a row: every code of a list, and the question just outside it. By the reason they turn on. */
export type EdgeScenarios = Readonly<Partial<Record<ReasonCode, readonly Scenario[]>>>;

/** One scenario for each of several codes. */
export const eachOf = <Code extends string>(codes: readonly Code[], tell: (code: Code) => Scenario): Scenario[] =>
  codes.map(tell);
