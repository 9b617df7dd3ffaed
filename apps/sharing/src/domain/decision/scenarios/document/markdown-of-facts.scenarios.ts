import { FACT_CATALOGUE, LIST_FACT_CODES } from '../../facts/fact-catalogue';
import type { FactEntry } from '../../facts/fact-catalogue';
import { FACT_WORDS } from '../../facts/fact-words';
import type { CodedFact, FactName, ListFact } from '../../facts/sharing-question';
import { NEEDED_FACTS } from '../../rules/needed-facts';
import { FACT_ORIGINS } from './fact-origins.scenarios';

const isCoded = (fact: FactName): fact is CodedFact => fact in FACT_CATALOGUE;
const isList = (fact: FactName): fact is ListFact => fact in LIST_FACT_CODES;

const needed = (fact: CodedFact): string =>
  NEEDED_FACTS.some((need) => need.fact === fact)
    ? 'unknown: R-GATE-02'
    : 'unknown, which every row that asks for a code reads as not that code';

function whenMissing(fact: FactName): string {
  if (!isCoded(fact)) return isList(fact) ? 'refused where there is an item, else empty' : '';
  const { missing, inAsk, inProtect }: FactEntry<string> = FACT_CATALOGUE[fact];
  const read = missing === 'refuse' ? 'the question is refused' : missing === 'review' ? needed(fact) : missing.reads;
  return [read, ...(inAsk ? [`in ask ${inAsk}`] : []), ...(inProtect ? [`in protect ${inProtect}`] : [])].join('; ');
}

function codes(fact: FactName): string {
  if (isCoded(fact)) return (FACT_CATALOGUE[fact].codes as readonly string[]).map((code) => `\`${code}\``).join(' ');
  return isList(fact) ? `any of ${LIST_FACT_CODES[fact].map((code) => `\`${code}\``).join(' ')}` : '';
}

const words = (fact: FactName): string => (isCoded(fact) ? FACT_WORDS[fact] : '');

const line = (fact: FactName): string => {
  const { from, stale = '' } = FACT_ORIGINS[fact];
  return `| \`${fact}\` | ${words(fact)} | ${codes(fact)} | ${from} | ${whenMissing(fact)} | ${stale} |`;
};

/** Every fact: its codes, where it comes from, and how it reads when it is missing or out of date. */
export const markdownOfFacts = (): string =>
  [
    '| Fact | In words | Codes | Where it comes from | Missing | Out of date |',
    '| --- | --- | --- | --- | --- | --- |',
    ...(Object.keys(FACT_ORIGINS) as FactName[]).map(line),
  ].join('\n');
