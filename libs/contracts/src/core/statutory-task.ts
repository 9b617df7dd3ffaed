import { z } from 'zod';
import type { Purpose } from './codes';

/** The public task that the text of a request states, as whoever sends it says. Left out, it states none. */
export const StatutoryTask = z.enum(['ca04_s10', 'ca89_s17_1', 'ca89_s17', 'ca89_s47', 'ca14_s42']);
export type StatutoryTask = z.infer<typeof StatutoryTask>;

/** The hub's work by the threshold that opens it, lowest first, each with the tasks that it is done under. */
const WORK: readonly { readonly purpose: Purpose; readonly tasks: readonly StatutoryTask[] }[] = [
  { purpose: 'SCREEN', tasks: ['ca89_s17_1', 'ca04_s10'] },
  { purpose: 'EH', tasks: ['ca04_s10', 'ca89_s17_1'] },
  { purpose: 'S17', tasks: ['ca89_s17'] },
  { purpose: 'S47', tasks: ['ca89_s47'] },
];
/** Done as part of whatever work the threshold opens, under its tasks. */
const WITHIN_THE_WORK: readonly Purpose[] = ['DA', 'MISSING'];

const ofWork = (purpose: Purpose): readonly StatutoryTask[] => WORK.find((one) => one.purpose === purpose)?.tasks ?? [];

/**
 * The tasks that a text for this purpose can truthfully state, first the one that it ordinarily states; none for a purpose without one.
 * @param work the work that the threshold opens (`purposeOfThreshold`): what is done within it states nothing above it (AB v Haringey [2013])
 */
export function tasksOfPurpose(purpose: Purpose, work: Purpose): StatutoryTask[] {
  if (purpose === 'ADULT_RISK') return ['ca14_s42'];
  if (purpose === 'STRATEGY') return [...ofWork('S47')];
  if (!WITHIN_THE_WORK.includes(purpose)) return [...ofWork(purpose)];
  const reached = WORK.slice(0, WORK.findIndex((one) => one.purpose === work) + 1).reverse();
  return [...new Set(reached.flatMap(({ tasks }) => tasks))];
}

/** A section as a text names it ("section 47", "s.47", "a section-47 enquiry", "sections 17 and 47"): neither "mother's 47" nor "s47A". */
const section = (number: string): RegExp =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?<![\p{L}\p{N}]['’])(?:sections?|sec\.?|ss?\.?|§{1,2})[\s\p{Pd}]*(?:\d+(?:\s*\(\w+\))*\s*(?:,|and|or|to|&|/|\p{Pd})\s*)*${number}(?![\p{L}\p{N}])`,
    'iu',
  );

/** As it is read: characters that nobody sees part no words, and wide figures are figures. */
const asRead = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}/gu, '');

/** How a text is known to state a task. */
const SAYS: Readonly<Record<StatutoryTask, readonly RegExp[]>> = {
  ca04_s10: [section('10')],
  ca89_s17_1: [/general\s+duty/i, section(String.raw`17\s*\(1\)`)],
  ca89_s17: [section('17')],
  ca89_s47: [section('47')],
  ca14_s42: [section('42')],
};

/** Whether these words name this task. */
export const saysTask = (text: string, task: StatutoryTask): boolean =>
  SAYS[task].some((says) => says.test(asRead(text)));

/** Said of a section that is named only to say so, as the ordinary texts do. */
const UNJUDGED = String.raw`(?!\s+has\s+not\s+been\s+judged)`;

const CLAIMS: readonly { readonly claim: string; readonly says: RegExp; readonly allowed: readonly Purpose[] }[] = [
  { claim: 'section 47', says: section(`47${UNJUDGED}`), allowed: ['S47', 'STRATEGY'] },
  { claim: 'significant harm', says: /significant[\s\p{Pd}]+harm/iu, allowed: ['S47', 'STRATEGY'] },
  // Section 17(1) is the general duty, which needs no threshold.
  {
    claim: 'section 17',
    says: section(String.raw`17(?!\s*\(1\))${UNJUDGED}`),
    allowed: ['S17', 'S47', 'STRATEGY'],
  },
];

/**
 * What these words claim of a threshold that nobody has judged (AB v Haringey [2013]): above the purpose, and above the work of the hub. A section that
 * "has not been judged" is no claim; of other words it cannot be told whether they deny it or mean another Act: whoever wrote them takes them out.
 * @param work the work that the threshold opens: a text may say so much, whatever it asks for
 * @returns words of the law, never those of the text
 */
export const claimsAbove = (text: string, purpose: Purpose, work: Purpose): string[] =>
  CLAIMS.filter(
    ({ says, allowed }) => says.test(asRead(text)) && ![purpose, work].some((one) => allowed.includes(one)),
  ).map(({ claim }) => claim);

/** Whether they claim anything of that. */
export const claimsMore = (text: string, purpose: Purpose, work: Purpose): boolean =>
  claimsAbove(text, purpose, work).length > 0;
