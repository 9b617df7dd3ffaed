import type { LetterField, PackLetter } from '../schema/letter';
import type { Pack } from '../schema/pack';

/** What fills the fields of a letter. */
export type LetterValues = Readonly<Partial<Record<LetterField, string>>>;

/** A letter ready to be decided upon and sealed. */
export interface RenderedLetter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/**
 * Fills a pack's letter. The hub's telephone and how to disagree come from the pack unless given.
 * @throws RangeError where a field of the letter has no value: a letter with a hole is not sent
 */
export function renderLetter(pack: Pack, kind: PackLetter['kind'], values: LetterValues): RenderedLetter {
  const letter = pack.letters.find((candidate) => candidate.kind === kind);
  if (!letter) throw new RangeError(`Pack ${pack.id} has no letter of kind ${kind}`);
  const all: Readonly<Record<string, string | undefined>> = { ...pack.contactPoint, ...values };
  const fill = (text: string): string =>
    text.replaceAll(/\{([^}]*)\}/g, (_whole, field: string) => {
      const value = all[field];
      if (value === undefined) throw new RangeError(`The ${kind} letter needs {${field}}`);
      return value;
    });
  return { subject: fill(letter.subject), paragraphs: letter.paragraphs.map(fill) };
}
