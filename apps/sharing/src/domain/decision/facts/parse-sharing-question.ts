import { overrideFault } from '../law/override-grounds';
import { CODED_FACTS, FACT_CATALOGUE, LIST_FACT_CODES, LIST_FACTS } from './fact-catalogue';
import type { FactEntry } from './fact-catalogue';
import { parseOverride, parseYeses } from './parse-answers';
import type { CodedFact, FactName, ListFact, SharingQuestion } from './sharing-question';

/** What is wrong with a question, naming the fact; the value is never repeated. */
export interface InputError {
  readonly fact: FactName | 'question';
  readonly problem: string;
}

export type ParsedQuestion =
  | { readonly ok: true; readonly question: SharingQuestion }
  | { readonly ok: false; readonly errors: readonly InputError[] };

type Raw = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a missing fact reads in this mode; undefined when the question is malformed without it. */
function readMissing(entry: FactEntry<string>, mode: unknown): string | undefined {
  if (mode === 'ask' && entry.inAsk !== undefined) return entry.inAsk;
  if (mode === 'protect' && entry.inProtect !== undefined) return entry.inProtect;
  if (entry.missing === 'refuse') return undefined;
  return entry.missing === 'review' ? 'unknown' : entry.missing.reads;
}

function readCode(fact: CodedFact, raw: Raw, errors: InputError[]): string {
  const entry: FactEntry<string> = FACT_CATALOGUE[fact];
  const value = raw[fact];
  if (value === undefined || value === 'unknown') {
    const read = readMissing(entry, raw['mode']);
    if (read === undefined) errors.push({ fact, problem: 'is missing' });
    return read ?? '';
  }
  if (typeof value === 'string' && entry.codes.includes(value)) return value;
  errors.push({ fact, problem: `is not one of ${entry.codes.join(', ')}` });
  return '';
}

function readList(fact: ListFact, raw: Raw, errors: InputError[]): readonly string[] {
  const value = raw[fact];
  const hasNoItem = raw['mode'] === 'ask' || raw['mode'] === 'protect';
  if (value === undefined && hasNoItem) return [];
  const codes: readonly string[] = LIST_FACT_CODES[fact];
  if (Array.isArray(value) && value.every((code) => typeof code === 'string' && codes.includes(code))) {
    return [...new Set(value as string[])];
  }
  errors.push({ fact, problem: `is not a list of ${codes.join(', ')}` });
  return [];
}

/** An ISO 8601 instant with its offset, or milliseconds since 1970. */
function readNow(value: unknown, errors: InputError[]): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  const isInstant = typeof value === 'string' && /^\d{4}-\d\d-\d\dT.+(Z|[+-]\d\d:\d\d)$/.test(value);
  const now = isInstant ? Date.parse(value) : NaN;
  if (Number.isNaN(now)) errors.push({ fact: 'now', problem: 'is not an instant' });
  return now;
}

const KNOWN_NAMES: ReadonlySet<string> = new Set([
  ...CODED_FACTS,
  ...LIST_FACTS,
  'now',
  'yeses',
  'override',
  'apAlleged',
]);

/** Facts that only hold together: what protect is for, and what an override needs. */
function checkTogether(q: SharingQuestion, errors: InputError[]): void {
  if (q.mode === 'protect' && q.audience !== 'police' && q.audience !== 'team_sc') {
    errors.push({ fact: 'audience', problem: 'of mode protect is police or team_sc' });
  }
  const fault = q.override === 'none' ? undefined : overrideFault(q.override, q);
  if (fault !== undefined) errors.push({ fact: 'override', problem: fault });
}

/**
 * Facts from outside as a question, or what is wrong with them. A code outside its set is refused; a missing fact reads as
 * the rule book's last column says. `apAlleged: 'no'` lets a missing `side` read none: nobody is alleged.
 */
export function parseSharingQuestion(input: unknown): ParsedQuestion {
  if (!isRecord(input)) return { ok: false, errors: [{ fact: 'question', problem: 'is not a set of facts' }] };
  const errors: InputError[] = [];
  if (Object.keys(input).some((name) => !KNOWN_NAMES.has(name))) {
    errors.push({ fact: 'question', problem: 'has a fact that the rule book does not know' });
  }
  const raw = input['side'] === undefined && input['apAlleged'] === 'no' ? { ...input, side: 'none' } : input;
  const coded = Object.fromEntries(CODED_FACTS.map((fact) => [fact, readCode(fact, raw, errors)]));
  const lists = Object.fromEntries(LIST_FACTS.map((fact) => [fact, readList(fact, raw, errors)]));
  const answers = { yeses: parseYeses(raw['yeses'], errors), override: parseOverride(raw['override'], errors) };
  const facts = { ...coded, ...lists, ...answers, now: readNow(raw['now'], errors) };
  // Copied into an empty object once more: V8 lays that one out plainly, and reading and copying its sixty facts takes half the time.
  const question = Object.assign({}, facts) as unknown as SharingQuestion;
  if (errors.length === 0) checkTogether(question, errors);
  return errors.length === 0 ? { ok: true, question } : { ok: false, errors };
}
