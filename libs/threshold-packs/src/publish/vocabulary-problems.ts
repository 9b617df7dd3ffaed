import { OutcomeCode } from '@mash/contracts';
import type { Pack } from '../schema/pack';

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

/** Each outcome once and all of them; teams exist; levels run from 1; no issue code twice; closing with no action needs its reason. */
export function vocabularyProblems({ outcomes, routes, levels, presentingIssues }: Pack): string[] {
  const codes = outcomes.map(({ code }) => code);
  const teams = routes.map(({ team }) => team);
  const noAction = outcomes.find(({ code }) => code === 'no_action_with_reason');
  return [
    ...OutcomeCode.options.filter((code) => !codes.includes(code)).map((code) => `outcomes: ${code} is missing`),
    ...repeated(codes).map((code) => `outcomes: ${code} stands twice`),
    ...outcomes.flatMap(({ code, team }) =>
      team && !teams.includes(team) ? [`outcomes: ${code} goes to no route`] : [],
    ),
    ...repeated(teams).map((team) => `routes: ${team} stands twice`),
    ...repeated(presentingIssues.map(({ code }) => code)).map((code) => `presentingIssues: ${code} stands twice`),
    ...(levels.every(({ level }, index) => level === index + 1) ? [] : ['levels: must run 1, 2, 3 ...']),
    ...(noAction?.needsReason === false ? ['outcomes: no action needs a reason'] : []),
  ];
}
