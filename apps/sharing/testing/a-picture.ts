import type { EnvelopeToOpen } from '@mash/contracts';
import { DEMO_AGENCIES } from '@mash/contracts';
import type { AnEnquiry, AnItem } from './an-enquiry';

const AGENCIES = [DEMO_AGENCIES.police, DEMO_AGENCIES.health, DEMO_AGENCIES.school];
const WORDS = 'Officers attended after a call from a neighbour and found the child well, fed and asleep. '.split(' ');

/** So many characters of plain words, no two items alike. */
function textOf(characters: number, at: number): string {
  const words: string[] = [`Entry ${String(at)}.`];
  for (let length = 0, next = at; length < characters; next += 1) {
    const word = WORDS[next % WORDS.length] ?? '';
    words.push(word);
    length += word.length + 1;
  }
  return words.join(' ').slice(0, characters);
}

/**
 * Answers of several agencies about one child, as a big picture holds them: mostly plain, and in each a passage about somebody else, an item
 * under a condition and one that only the hub may read.
 */
export async function aPicture(
  enquiry: AnEnquiry,
  { answers, itemsInEach, characters }: { answers: number; itemsInEach: number; characters: number },
): Promise<EnvelopeToOpen[]> {
  const rows: EnvelopeToOpen[] = [];
  for (let answer = 0; answer < answers; answer += 1) {
    const items = Array.from({ length: itemsInEach }, (_, at): AnItem => {
      const text = textOf(characters, answer * itemsInEach + at);
      if (at === 1) return { text, facts: { thirds: 'personal', thirdPartyPassages: [{ from: 20, to: 40 }] } };
      if (at === 2) return { text, facts: { handling: 'C', condition: { kind: 'NO_WRITE' } } };
      if (at === 3) return { text, facts: { flags: ['hub_only'] } };
      return { text };
    });
    rows.push((await enquiry.answer(items, AGENCIES[answer % AGENCIES.length])).row);
  }
  return rows;
}
