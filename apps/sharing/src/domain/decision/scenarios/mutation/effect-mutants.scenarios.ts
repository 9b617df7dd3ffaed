import { isDeepStrictEqual } from 'node:util';
import { RELEASERS } from '../../facts/answer-facts';
import type { Effect, EffectSpec, RuleRow } from '../../rules/rule-row';
import { conditionMutants } from './condition-mutants.scenarios';
import type { Mutant } from './mutant.scenarios';
import { rowMutant } from './mutant.scenarios';

type Named<T> = readonly [what: string, T];

/** Every other outcome, each releaser left out, and another releaser altogether. */
function otherEffects(effect: Effect): Named<Effect>[] {
  const outcomes = (['PERMIT', 'DENY', '-'] as const).filter((outcome) => outcome !== effect);
  const others: Named<Effect>[] = outcomes.map((outcome) => [`says ${outcome}`, outcome]);
  if (typeof effect === 'string') return [...others, ['says REVIEW(M)', { review: ['M'] }]];
  const stranger = RELEASERS.find((one) => !effect.review.includes(one)) ?? 'M';
  const fewer = effect.review.length < 2 ? [] : effect.review.map((one) => effect.review.filter((by) => by !== one));
  return [...others, ...[[stranger], ...fewer].map((by): Named<Effect> => [`asks ${by.join()}`, { review: by }])];
}

const isPlain = (spec: EffectSpec): spec is Effect => typeof spec === 'string' || 'review' in spec;

/** Each effect of a specification changed, each case dropped, each case's condition broken. */
function otherSpecs(spec: EffectSpec): Named<EffectSpec>[] {
  if (isPlain(spec)) return otherEffects(spec);
  const put = (at: number, one: (typeof spec.cases)[number]): EffectSpec => ({
    ...spec,
    cases: spec.cases.map((other, index) => (index === at ? one : other)),
  });
  return [
    ...spec.cases.flatMap((one, at): Named<EffectSpec>[] => [
      ...otherEffects(one.effect).map(([what, effect]): Named<EffectSpec> => [
        `case ${at} ${what}`,
        put(at, { ...one, effect }),
      ]),
      ...conditionMutants(one.when).map(([what, when]): Named<EffectSpec> => [
        `case ${at}: ${what}`,
        put(at, { ...one, when }),
      ]),
      [`case ${at} is dropped`, { ...spec, cases: spec.cases.filter((_, index) => index !== at) }],
    ]),
    ...otherEffects(spec.otherwise).map(([what, otherwise]): Named<EffectSpec> => [
      `otherwise ${what}`,
      { ...spec, otherwise },
    ]),
  ];
}

/** A row's outcomes changed one by one: before and from 30 September 2026 apart where they differ, and swapped. */
export function effectMutants(row: RuleRow): Mutant[] {
  const { before, from } = row;
  if (isDeepStrictEqual(before, from)) {
    return otherSpecs(from).map(([what, spec]) => rowMutant(what, { ...row, before: spec, from: spec }));
  }
  return [
    ...otherSpecs(before).map(([what, spec]) => rowMutant(`before: ${what}`, { ...row, before: spec })),
    ...otherSpecs(from).map(([what, spec]) => rowMutant(`from: ${what}`, { ...row, from: spec })),
    rowMutant('has before and from swapped', { ...row, before: from, from: before }),
    rowMutant('is from all along', { ...row, before: from }),
    rowMutant('never changes', { ...row, from: before }),
  ];
}
