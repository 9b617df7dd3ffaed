import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interpretRuleText } from '../oracle/interpret-rule-text';
import { everythingTheBookSays, whatWasSaid } from '../oracle/what-was-said.scenarios';
import { rulesAndScenarios } from './document/document.scenarios';
import { PRINCIPLES } from './document/principles.scenarios';
import { SITUATIONS } from './document/situations.scenarios';
import { REASON_SCENARIOS } from './reason-scenarios.scenarios';
import { WORKED_EXAMPLES } from './worked-examples.scenarios';

const sharing = join(__dirname, '..', '..', '..');
const page = join(sharing, '..', '..', '..', 'docs', 'domain', 'rules-and-scenarios.md');
const SCENARIOS = [...WORKED_EXAMPLES, ...Object.values(REASON_SCENARIOS).flat()];

/** The text of every spec of this service: a test is named in it, or it does not exist. */
const specs = (): string =>
  readdirSync(sharing, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.spec.ts'))
    .map((path) => readFileSync(join(sharing, path), 'utf8'))
    .join('\n');

describe('The page of rules and scenarios', () => {
  test('says what the code says', () => {
    const written = rulesAndScenarios();
    if (process.env['MASH_WRITE_DOCS'] === '1') writeFileSync(page, written);

    expect(readFileSync(page, 'utf8')).toBe(written);
  });

  test('names scenarios and tests that there are', () => {
    const sentences = new Set(SCENARIOS.map(({ sentence }) => sentence));
    const all = specs();
    const named = [...PRINCIPLES, ...SITUATIONS].flatMap(({ shownBy }) => shownBy);
    const exists = (words: string) =>
      sentences.has(words) || sentences.has(words.replaceAll("'", '’')) || all.includes(words);

    expect(named.filter((words) => !exists(words))).toEqual([]);
  });

  test.each(Object.entries(REASON_SCENARIOS))('tells no two scenarios of %s in the same words', (_code, scenarios) => {
    const sentences = scenarios.map(({ sentence }) => sentence);

    expect(sentences.filter((sentence, at) => sentences.indexOf(sentence) !== at)).toEqual([]);
  });

  test('has a scenario for every outcome of every row, on both sides of 30 September 2026 where they differ', () => {
    const said = new Set(
      SCENARIOS.flatMap(({ given: { question } }) => whatWasSaid(question, interpretRuleText(question).lines)),
    );
    const otherSide = (one: string) =>
      one.endsWith(' from') ? one.replace(/ from$/, ' before') : one.replace(/ before$/, ' from');
    const book = everythingTheBookSays();
    const isSameOnBothSides = (one: string) => {
      const row = book.filter((other) => other.startsWith(`${one.split(' ')[0] ?? ''} `));
      return row.every((other) => row.includes(otherSide(other)));
    };
    const isTold = (one: string) => said.has(one) || (isSameOnBothSides(one) && said.has(otherSide(one)));

    expect(book.filter((one) => !isTold(one))).toEqual([]);
  });
});
