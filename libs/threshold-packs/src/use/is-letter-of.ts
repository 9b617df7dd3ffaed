import type { LetterField, PackLetter } from '../schema/letter';
import type { Pack } from '../schema/pack';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DAY = `(?:[1-9]|[12]\\d|3[01]) (?:${MONTHS}) \\d{4}`;

/** What may stand in a field that each letter fills for itself. Fields in which words could stand have no shape, and are not matched. */
const SHAPES: Readonly<Partial<Record<LetterField, string>>> = {
  reference: '[CE]-[2-9A-Z]{7}',
  receivedOn: DAY,
  decidedOn: DAY,
  hubTelephone: '\\+?[\\d() ]{7,20}',
};

const literally = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

function shapeOf(pack: Pack, field: string): string | undefined {
  if (field === 'howToDisagree') return literally(pack.contactPoint.howToDisagree);
  return SHAPES[field as LetterField];
}

/** The pattern of a paragraph with its fields filled; undefined where words of the writer's own would stand in one. */
function patternOf(pack: Pack, paragraph: string): string | undefined {
  const parts = paragraph
    .split(/\{([^}]*)\}/)
    .map((part, at) => (at % 2 === 0 ? literally(part) : shapeOf(pack, part)));
  return parts.includes(undefined) ? undefined : parts.join('');
}

/** Whether a text is the pack's letter of this kind, word for word, with nothing filled in but a reference, a day and a telephone number. */
export function isLetterOf(pack: Pack, kind: PackLetter['kind'], text: string): boolean {
  const letter = pack.letters.find((candidate) => candidate.kind === kind);
  const patterns = letter?.paragraphs.map((paragraph) => patternOf(pack, paragraph)) ?? [undefined];
  if (patterns.includes(undefined)) return false;
  return new RegExp(`^${patterns.join('\\n\\n')}$`, 'u').test(text.replaceAll('\r\n', '\n').trim());
}
