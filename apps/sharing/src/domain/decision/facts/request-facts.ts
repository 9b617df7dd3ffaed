import type { YesNo } from './body-facts';

export const MODES = ['protect', 'ask', 'existence', 'content', 'onward'] as const;
export type Mode = (typeof MODES)[number];

/** What a qualified person has judged so far; versioned. The colour is not the threshold. */
export const THRESHOLDS = ['none', 'eh', 's17', 's47'] as const;
export type Threshold = (typeof THRESHOLDS)[number];

/** The purpose recorded by `agency-requests`, never the caller's word. */
export const PURPOSES = [
  'SCREEN',
  'EH',
  'S17',
  'S47',
  'STRATEGY',
  'DA',
  'MISSING',
  'ENCOMPASS',
  'INFORM',
  'FEEDBACK',
  'SAR',
  'ADULT_RISK',
  'EVIDENCE',
  'IMMIGRATION',
  'LITIGATION',
  'PUBLICITY',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Hash of the text that is sent, against the one recorded with the purpose; or that it repeats what its recipient may not read. */
export const TEXT_MATCHES = ['same', 'differs', 'repeats'] as const;
export type TextMatch = (typeof TEXT_MATCHES)[number];

/** A person named the worry which this subject and category answer, did not, or it cannot be told. */
export const NEEDS = ['yes', 'no', 'unclear'] as const;
export type Need = (typeof NEEDS)[number];

export const WIDTHS = ['named', 'whole_record'] as const;
export type Width = (typeof WIDTHS)[number];

export interface RequestFacts {
  readonly mode: Mode;
  readonly threshold: Threshold | 'unknown';
  /** Red, or protection open. */
  readonly urgent: YesNo;
  readonly purpose: Purpose | 'unknown';
  readonly text: TextMatch;
  /** The request says which public task it is needed for. */
  readonly statesTask: YesNo;
  readonly crossBorder: YesNo;
  readonly need: Need;
  readonly width: Width;
}
