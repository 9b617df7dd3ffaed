import type { RuleRow } from '../../rules/rule-row';
import type { Mutant } from './mutant.scenarios';
import { rowMutant } from './mutant.scenarios';

/** A list with each of its entries left out in turn. */
const eachLeftOut = <T>(list: readonly T[] = []): [T, T[]][] =>
  list.map((entry, at) => [entry, list.filter((_, index) => index !== at)]);

const basesLost = (row: RuleRow): Mutant[] => [
  ...eachLeftOut(row.bases?.add).map(([code, add]) =>
    rowMutant(`cites no ${code}`, { ...row, bases: { ...row.bases, add } }),
  ),
  ...eachLeftOut(row.bases?.drop).map(([code, drop]) =>
    rowMutant(`keeps ${code}`, { ...row, bases: { ...row.bases, drop } }),
  ),
  ...(row.bases?.task === undefined
    ? []
    : [rowMutant('names no task', { ...row, bases: { add: row.bases.add ?? [], drop: row.bases.drop ?? [] } })]),
];

/** The row without one of the properties that it may have. */
function without(row: RuleRow, property: 'visibility' | 'silences' | 'overridable' | 'readsClass'): RuleRow {
  const { [property]: _lost, ...rest } = row;
  return rest;
}

const propertiesLost = (row: RuleRow): Mutant[] => [
  ...(row.visibility ? [rowMutant('is no longer absent', without(row, 'visibility'))] : []),
  ...(row.silences ? [rowMutant('silences nothing', without(row, 'silences'))] : []),
  ...(row.overridable ? [rowMutant('cannot be overridden', without(row, 'overridable'))] : []),
  ...(row.readsClass ? [rowMutant('reads no class', without(row, 'readsClass'))] : []),
];

/** What a row adds, taken away one thing at a time. */
export const lossMutants = (row: RuleRow): Mutant[] => [
  ...eachLeftOut(row.reasons).map(([code, reasons]) => rowMutant(`gives no ${code}`, { ...row, reasons })),
  ...eachLeftOut(row.obligations).map(([code, obligations]) => rowMutant(`owes no ${code}`, { ...row, obligations })),
  ...eachLeftOut(row.redactions).map(([code, redactions]) => rowMutant(`shows the ${code}`, { ...row, redactions })),
  ...basesLost(row),
  ...propertiesLost(row),
];
