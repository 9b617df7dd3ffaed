import { markdownOfFacts } from './markdown-of-facts.scenarios';
import { markdownOfReasons } from './markdown-of-reasons.scenarios';
import { markdownOfRows } from './markdown-of-rows.scenarios';
import type { Phrase } from './phrase.scenarios';
import { PRINCIPLES } from './principles.scenarios';
import { SITUATIONS } from './situations.scenarios';

const INTRODUCTION = `# Rules and scenarios

Every sentence of the sharing rules as a row, with its reasons in words and the scenarios that would fail if it were broken. For the lawyer and
the information governance officer; how a decision comes about is in [how a sharing decision is made](how-a-sharing-decision-is-made.md).
Nothing here is legal advice.

This page is written from the code: a test fails when the two differ, and \`MASH_WRITE_DOCS=1 npx jest rules-and-scenarios --selectProjects unit\`
writes it anew. "From then on" means from 00:00 London time on 30 September 2026. A scenario without a date is on 1 October 2026, between two
bodies that the duty to share binds, with everything in order but what it says. _Just outside it_: the row does not apply, and must not.`;

const table = (phrases: readonly Phrase[]): string =>
  [
    '| What must hold | Rows | Shown by |',
    '| --- | --- | --- |',
    ...phrases.map(({ words, rows, shownBy }) => `| ${words} | ${rows.join(', ')} | ${shownBy.join('; ')} |`),
  ].join('\n');

/** The page \`docs/domain/rules-and-scenarios.md\`, whole. */
export const rulesAndScenarios = (): string =>
  [
    INTRODUCTION,
    '## What holds for every decision',
    table(PRINCIPLES),
    '## Situations',
    table(SITUATIONS),
    '## Facts',
    markdownOfFacts(),
    '## Reasons',
    markdownOfReasons(),
    '## Rows',
    markdownOfRows(),
  ].join('\n\n') + '\n';
