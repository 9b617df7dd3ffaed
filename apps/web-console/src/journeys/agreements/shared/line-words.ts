import { CATEGORIES, type AgreementContentLine } from '@mash/contracts';
import { sideWords, type BodyNames } from './body-names';
import { listed } from './listed';
import { MODE_WORDS } from './mode-words';
import { PURPOSE_WORDS } from './purpose-words';
import { releaseSentence } from './release-sentence';
import { upperFirst } from './upper-first';

/** One line of an agreement in words, in parts: a page lays them out, a sentence strings them together. */
export interface LineWords {
  readonly isException: boolean;
  /** "The police may give information to the council". */
  readonly act: string;
  /** Categories by their labels. */
  readonly what: readonly string[];
  /** "For early help or about domestic abuse". */
  readonly why: string;
  /** To whom the hub may pass it on without asking again: a whole sentence; absent where nobody is named. */
  readonly release?: string;
}

export function lineWords(line: AgreementContentLine, names: BodyNames): LineWords {
  const { effect, rank, from, to, categories, purposes, modes } = line;
  const acts = modes.map((mode) => MODE_WORDS[mode]);
  const may = effect === 'allow' ? 'may' : 'may not';
  const why = purposes.map((purpose) => PURPOSE_WORDS[purpose]);
  const release = releaseSentence(line);
  return {
    isException: rank === 'exception',
    act: upperFirst(`${sideWords(from, names)} ${may} ${listed(acts, 'or')} to ${sideWords(to, names)}`),
    what: categories.map((category) => CATEGORIES[category].label),
    why: upperFirst(listed(why, 'or')),
    ...(release !== undefined && { release }),
  };
}
