import type { MakeDecision, ThresholdLevel } from '@mash/contracts';

type Words<Code extends string> = readonly { readonly value: Code; readonly text: string }[];

export const VIEWS: Words<MakeDecision['agencyViews'][number]['view']> = [
  { value: 'agrees', text: 'Agrees' },
  { value: 'disagrees', text: 'Disagrees' },
  { value: 'no_view', text: 'Gave no view' },
  { value: 'no_answer', text: 'No answer' },
];

export const STRATEGY: Words<MakeDecision['strategy']> = [
  { value: 'held', text: 'Held' },
  { value: 'considered_not_held', text: 'Considered and not held' },
  { value: 'not_indicated', text: 'Not indicated' },
];

export const WHO_TELLS: Words<MakeDecision['whoTellsFamily']> = [
  { value: 'hub', text: 'The hub' },
  { value: 'receiving_team', text: 'The team that takes the case' },
  { value: 'referrer', text: 'Whoever raised the concern' },
  { value: 'not_safe_to_tell', text: 'Nobody yet: it is not safe to tell them' },
];

const LEVELS: Readonly<Record<ThresholdLevel, string>> = {
  none: 'No threshold reached so far',
  early_help: 'Early help',
  s17: 'Child in need, section 17',
  s47: 'Significant harm, section 47',
};

export const thresholdWords = (level: ThresholdLevel): string => LEVELS[level];

/** The words of a code out of one of the lists above; a code that is not there, as it is. */
export const wordsOf = (list: Words<string>, code: string): string =>
  list.find(({ value }) => value === code)?.text ?? code.replaceAll('_', ' ');
