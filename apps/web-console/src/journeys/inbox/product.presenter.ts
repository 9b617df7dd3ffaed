import { CATEGORIES, NOT_NAMED_AGENCY, type OpenedProduct } from '@mash/contracts';
import type { z } from 'zod';
import { londonDate, londonDateTime } from '@mash/clocks';
import { NOT_NAMED } from '../../presenters/agency-words';
import { permittedBasis, type BasisView } from '../../presenters/basis-view';
import { carriedWords } from '../../presenters/carried-words';
import { toAcceptOf, type ToAccept } from '../../presenters/to-accept';
import { dayOfItem } from './day-of-item';

type Product = z.infer<typeof OpenedProduct>;

interface ProductItemView {
  readonly source: string;
  readonly about: string;
  readonly what: string;
  readonly text: string;
  readonly warnings: readonly string[];
  readonly handling?: string;
  /** The law that it is told under. */
  readonly basis: BasisView | undefined;
}

/** The outward product as its receiver reads and prints it: the manager's words and the released items, nothing else. */
export interface ProductView {
  readonly made: string;
  readonly words: string;
  readonly people: readonly string[];
  readonly items: readonly ProductItemView[];
  /** Of which it has come into doubt whom they are about: apart, marked so. */
  readonly unconfirmed: readonly ProductItemView[];
  /** What to make of those. */
  readonly doubt: string;
  /** What shows once its reader has accepted what it carries: a print says that it is not all. */
  readonly toAccept: ToAccept;
  /** What was in it and was recalled since. */
  readonly recalled: readonly string[];
  /** What is in it and this reader may not read, with the reason. */
  readonly withheld: readonly string[];
  /** For the hub, where it has gone: that whom it is for may not read it today, and why. */
  readonly closed: string | undefined;
  /** For the hub: that its items went alone, and why. */
  readonly alone: string | undefined;
}

/** Who reads it: whom it is for, or whoever of the hub decides whether it may go, and has nobody to ask. */
export type ProductReaderKind = 'recipient' | 'decider';

const DOUBT: Readonly<Record<ProductReaderKind, string>> = {
  recipient: 'Since it was sent, it has come into doubt whom this is about. Do not act on it alone. Ask the hub.',
  decider: 'It has come into doubt whom this is about.',
};
const RECALLED_ITEMS: Readonly<Record<ProductReaderKind, string>> = {
  recipient: ': ask the hub.',
  decider: '. Nobody reads that of it any more.',
};
const RECALLED_PEOPLE: Readonly<Record<ProductReaderKind, string>> = {
  recipient: 'Do not go by what the words say of them: ask the hub.',
  decider: 'Look whether the words say anything of them.',
};

/** "1 item was recalled on 27 November 2026: ask the hub." One line for each recall, and one for the people who were somebody else. */
export const recalledLines = (
  { recalled = [], recalledPeople = 0 }: Pick<Product, 'recalled' | 'recalledPeople'>,
  reader: ProductReaderKind = 'recipient',
): string[] => [
  ...recalled.map(
    ({ on, items }) =>
      `${items === 1 ? '1 item was' : `${String(items)} items were`} recalled on ${londonDate(new Date(on))}${RECALLED_ITEMS[reader]}`,
  ),
  ...(recalledPeople === 0
    ? []
    : [
        `${recalledPeople === 1 ? '1 person whom this named was' : `${String(recalledPeople)} people whom this named were`} not who the hub took them for. ${RECALLED_PEOPLE[reader]}`,
      ]),
];

/** "2 items are not shown to you. Consent was withdrawn." */
export const withheldLines = ({ withheld = [] }: Pick<Product, 'withheld'>): string[] =>
  withheld.map(({ what, count, reason }) => {
    const gone = count === 1 ? '1 item is' : `${String(count)} items are`;
    return `${what === 'words' ? 'What the hub wrote is' : gone} not shown to you. ${reason.sentence}`;
  });

/** Said at the end of every product and letter, always. */
export const THERE_MAY_BE_MORE = 'There may be information that we cannot tell you about.';

const personWords = ({ displayName, birthDate }: Product['people'][number]): string =>
  birthDate === undefined ? displayName : `${displayName}, born ${birthDate}`;

export function productView(product: Product, reader: ProductReaderKind = 'recipient'): ProductView {
  const { madeAt, words, people, items, withheld, closedToRecipient, wordsLeftOut, toAccept = [] } = product;
  const nameOf = new Map(people.map(({ personId, displayName }) => [personId, displayName]));
  const isSure = ({ identity }: Product['items'][number]) => identity !== 'possible';
  return {
    made: londonDateTime(new Date(madeAt)),
    words,
    people: people.map(personWords),
    recalled: recalledLines(product, reader),
    doubt: DOUBT[reader],
    withheld: withheldLines({ withheld }),
    closed: reader === 'decider' ? undefined : closedWords(closedToRecipient),
    alone:
      wordsLeftOut && `The items went alone: the hub’s words and the names were left out. ${wordsLeftOut.sentence}`,
    items: items.filter(isSure).map((item) => itemView(item, nameOf)),
    unconfirmed: items.filter((item) => !isSure(item)).map((item) => itemView(item, nameOf)),
    toAccept: toAcceptOf(toAccept.map((item) => ({ ...item, agency: nameOfAgency(item) }))),
  };
}

/** Of one that waits, this is what whoever decides is asked. */
const closedWords = (reason: Product['closedToRecipient']): string | undefined =>
  reason && `Do not pass this on: whom it is for may not read it today. ${reason.sentence}`;

const nameOfAgency = ({ agencyName }: Pick<Product['items'][number], 'agencyName'>): string =>
  agencyName === NOT_NAMED_AGENCY ? NOT_NAMED : agencyName;

function itemView(item: Product['items'][number], nameOf: ReadonlyMap<string, string>): ProductItemView {
  const limits = [item.handling, item.condition].filter((limit) => limit !== undefined);
  return {
    source: nameOfAgency(item),
    about: nameOf.get(item.personId) ?? 'Somebody in the household',
    what: [CATEGORIES[item.category].label, item.kind, item.date && dayOfItem(item.date)]
      .filter((part) => part !== undefined)
      .join(', '),
    text: item.text,
    warnings: carriedWords(item.obligations ?? []),
    basis: permittedBasis(item),
    ...(limits.length > 0 && { handling: limits.join('. ') }),
  };
}
