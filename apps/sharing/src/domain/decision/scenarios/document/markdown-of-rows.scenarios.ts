import { compileRules } from '../../engine/compile-rules';
import { fireRows } from '../../engine/fire-rows';
import { CONFIDENCE_WORDS, sentenceOfRule } from '../../describe-rule';
import { REASON_CATALOGUE } from '../../reasons/reason-catalogue';
import type { ReasonCode } from '../../reasons/reason-code';
import { RULE_BOOK } from '../../rules/rule-book';
import type { RowId } from '../../rules/rule-id';
import { ADDED_ROW_IDS } from '../../rules/rule-id';
import type { RuleRow } from '../../rules/rule-row';
import type { Scenario } from '../scenario.scenarios';
import { REASON_SCENARIOS } from '../reason-scenarios.scenarios';
import { WORKED_EXAMPLES } from '../worked-examples.scenarios';

const rules = compileRules({ remember: 0 });
const DUTY_FROM = Date.parse('2026-09-29T23:00:00Z');
const isOurs = (row: RowId): boolean => (ADDED_ROW_IDS as readonly string[]).includes(row);

/** The rows, or parts of rows, that apply to a scenario. */
function applying({ given: { question } }: Scenario): ReadonlySet<string> {
  const period = rules.periods.findLast(({ startsAt }) => startsAt <= question.now);
  if (period === undefined) throw new RangeError('No period of the law');
  return new Set(fireRows(question, rules, period).rows.map(({ row }) => row.id));
}

function lineOf(scenario: Scenario, parts: readonly RuleRow[]): string {
  const applies = applying(scenario);
  const here = parts.filter(({ id }) => applies.has(id)).map(({ id }) => id.slice(-1));
  const day = scenario.given.question.now < DUTY_FROM ? ', before the duty' : '';
  const part = parts.length > 1 && here.length > 0 ? ` (${here.join(', ')})` : '';
  const outside = here.length === 0 ? ' _just outside it_' : '';
  return `- ${scenario.sentence} → **${scenario.then.outcome}**${day}${part}${outside}`;
}

/** Scenarios told under the reason: those to which the row applies, and at its first row those that lie outside all of them. */
function scenariosOf(code: ReasonCode, parts: readonly RuleRow[]): string[] {
  const giving = RULE_BOOK.filter(({ reasons }) => reasons.includes(code));
  const isFirst = parts.some(({ id }) => id === giving[0]?.id);
  const examples = WORKED_EXAMPLES.filter(({ then }) => then.reasons.includes(code));
  return [...examples, ...REASON_SCENARIOS[code]]
    .filter((one) => {
      const applies = applying(one);
      return parts.some(({ id }) => applies.has(id)) || (isFirst && !giving.some(({ id }) => applies.has(id)));
    })
    .map((one) => lineOf(one, parts));
}

function reasonLines(parts: readonly RuleRow[]): string[] {
  const codes = [...new Set(parts.flatMap(({ reasons }) => reasons))];
  return codes.flatMap((code) => {
    const { asker, officer, source, readsAs } = REASON_CATALOGUE[code];
    const hidden = readsAs === undefined ? '' : ` All but the holder read ${readsAs}.`;
    return [
      `\`${code}\`: “${asker}” To the officer: “${officer}” (${source}).${hidden}`,
      '',
      ...scenariosOf(code, parts),
      '',
    ];
  });
}

function sectionOf(row: RowId, parts: readonly RuleRow[]): string[] {
  const [first] = parts;
  if (first === undefined) return [];
  const ours = isOurs(row) ? ' · not a row of the table' : '';
  const pack = parts.some((part) => part.pack) ? ' · a pack may set it' : '';
  const override = first.overridable ? ' · an override may strike it' : '';
  return [
    `### ${row}`,
    '',
    `${CONFIDENCE_WORDS[first.confidence]} · ${first.source}${ours}${pack}${override}`,
    '',
    ...parts.map(
      (part) =>
        `- ${parts.length > 1 ? `**${part.id.slice(-1)}** ` : ''}${sentenceOfRule(part)}${part.note === undefined ? '' : ` _${part.note}_`}`,
    ),
    '',
    ...reasonLines(parts),
  ];
}

/** Every row of the rule book: its sentence, its reasons, and the scenarios that would fail if it were broken. */
export function markdownOfRows(): string {
  const rows = [...new Set(RULE_BOOK.map(({ row }) => row))];
  return rows
    .flatMap((row) =>
      sectionOf(
        row,
        RULE_BOOK.filter((part) => part.row === row),
      ),
    )
    .join('\n')
    .trimEnd();
}
