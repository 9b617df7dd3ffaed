import { CATEGORIES, type OpenedProduct } from '@mash/contracts';
import type { z } from 'zod';
import { londonDate, londonDateTime } from '@mash/clocks';
import { dayOfItem } from './day-of-item';

type Product = z.infer<typeof OpenedProduct>;

/** The outward product as its receiver reads and prints it: the manager's words and the released items, nothing else. */
export interface ProductView {
  readonly made: string;
  readonly words: string;
  readonly people: readonly string[];
  readonly items: readonly {
    readonly source: string;
    readonly about: string;
    readonly what: string;
    readonly text: string;
    readonly handling?: string;
  }[];
  /** What was in it and was recalled since. */
  readonly recalled: readonly string[];
  /** What was in it and may not be read since consent changed, with the reason. */
  readonly withheld: readonly string[];
}

/** "1 item was recalled on 27 November 2026: ask the hub." One line for each recall. */
export const recalledLines = ({ recalled = [] }: Pick<Product, 'recalled'>): string[] =>
  recalled.map(
    ({ on, items }) =>
      `${items === 1 ? '1 item was' : `${String(items)} items were`} recalled on ${londonDate(new Date(on))}: ask the hub.`,
  );

/** "2 items are not shown any more. Consent was withdrawn." */
export const withheldLines = ({ withheld = [] }: Pick<Product, 'withheld'>): string[] =>
  withheld.map(({ what, count, reason }) => {
    const gone = count === 1 ? '1 item is' : `${String(count)} items are`;
    return `${what === 'words' ? 'What the hub wrote is' : gone} not shown any more. ${reason.sentence}`;
  });

/** Said at the end of every product and letter, always. */
export const THERE_MAY_BE_MORE = 'There may be information that we cannot tell you about.';

const personWords = ({ displayName, birthDate }: Product['people'][number]): string =>
  birthDate === undefined ? displayName : `${displayName}, born ${birthDate}`;

export function productView({ madeAt, words, people, items, recalled, withheld }: Product): ProductView {
  const nameOf = new Map(people.map(({ personId, displayName }) => [personId, displayName]));
  return {
    made: londonDateTime(new Date(madeAt)),
    words,
    people: people.map(personWords),
    recalled: recalledLines({ recalled }),
    withheld: withheldLines({ withheld }),
    items: items.map((item) => {
      const limits = [item.handling, item.condition].filter((limit) => limit !== undefined);
      return {
        source: item.agencyName,
        about: nameOf.get(item.personId) ?? 'Somebody in the household',
        what: [CATEGORIES[item.category].label, item.kind, item.date && dayOfItem(item.date)]
          .filter((part) => part !== undefined)
          .join(', '),
        text: item.text,
        ...(limits.length > 0 && { handling: limits.join('. ') }),
      };
    }),
  };
}
