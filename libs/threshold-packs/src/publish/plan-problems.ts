import type { Pack } from '../schema/pack';
import { ASKED_AGENCIES } from '../schema/asked-agency';

/** Nobody is asked for what they do not hold, twice for the same thing, or without a clock for the answer. */
export function planProblems({ research, clocks }: Pack): string[] {
  return Object.entries(research).flatMap(([colour, entries]) => {
    const asked = entries.flatMap(({ agency, about, categories }) =>
      about.flatMap((group) => categories.map((category) => `${agency} about ${group} for ${category}`)),
    );
    const twice = asked.filter((line, index) => asked.indexOf(line) !== index);
    const strange = entries.flatMap(({ agency, categories }) =>
      categories
        .filter((category) => !ASKED_AGENCIES[agency].categories.includes(category))
        .map((category) => `research.${colour}: ${agency} does not hold ${category}`),
    );
    const clock = clocks['agency-return'][colour as keyof typeof research];
    const clockless =
      (clock === 'not-asked') === (entries.length === 0) ? [] : [`research.${colour}: plan and clock disagree`];
    return [...strange, ...twice.map((line) => `research.${colour}: asks ${line} twice`), ...clockless];
  });
}
