import { createHash } from 'node:crypto';
import type { AnswerContent, AnswerFacts, AnswerItemFacts } from '@mash/sealing';

/** The facts of an item, with the ids that it is known by beside its own. */
export interface KnownItemFacts extends AnswerItemFacts {
  /** Of an item that its agency sent more than once: the ids of the others, whichever came first. What was said against one of them is said against it. */
  readonly alsoIds?: readonly string[];
  /** Of those, the ones that may be about the same person: not about one whose own lies beside it in the answer, where each envelope is of another person. */
  readonly alsoOfPerson?: readonly string[];
}
/** The facts of an answer, as they are read of an envelope that was opened. */
export interface KnownAnswerFacts extends Omit<AnswerFacts, 'items'> {
  readonly items: KnownItemFacts[];
}
interface Inside {
  readonly facts: KnownAnswerFacts;
  readonly content: AnswerContent;
}
/** The signed ids of an envelope of an answer. */
export interface OfAnswer {
  readonly answerId: string;
  readonly personId: string;
}
/** One of the items that came under an id. What nobody knows any more, of what was accepted before it was kept, is null: then it may be any. */
export interface Copy {
  readonly itemId: string;
  readonly agencyId: string | null;
  readonly answerId: string | null;
  readonly personId: string | null;
  /** The first of all kept the id. */
  readonly isFirst: boolean;
}

/** Always the same for this item of this answer and person, and no other's: a UUID of version 8 (RFC 9562). */
function ownId(itemId: string, { answerId, personId }: OfAnswer): string {
  const hash = createHash('sha256').update([answerId, personId, itemId].join(' ').toLowerCase()).digest('hex');
  const variant = ((parseInt(hash.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join('-');
}

/** By which id it is known: the first by the one that all came with. */
const knownAs = ({ itemId, answerId, personId, isFirst }: Copy): string =>
  isFirst || answerId === null || personId === null ? itemId : ownId(itemId, { answerId, personId });

const isOfOneAgency = (one: Pick<Copy, 'agencyId'>, other: Pick<Copy, 'agencyId'>): boolean =>
  one.agencyId === null || other.agencyId === null || one.agencyId === other.agencyId;

/**
 * Whether a copy is about somebody of whom the same answer brings one of their own. Of others nobody can tell: one person is asked about by another id once
 * they were matched.
 */
function isOfAnother(copies: readonly Copy[], own: Omit<Copy, 'isFirst'>): (copy: Copy) => boolean {
  const isBeside = ({ answerId, personId }: Copy) =>
    answerId !== null && answerId === own.answerId && personId !== own.personId;
  const people = new Set(copies.filter(isBeside).map(({ personId }) => personId));
  return ({ personId }) => personId !== null && people.has(personId);
}

/** Of an item, by the id that it is known by, those of the others that its agency sent under the same; and of those that may be about the same person. */
function othersOf(copies: readonly Copy[], own: Omit<Copy, 'isFirst'>, id: string) {
  const others = copies.filter(
    (copy) => copy.itemId === own.itemId && isOfOneAgency(own, copy) && knownAs(copy) !== id,
  );
  const isOther = isOfAnother(others, own);
  return { all: others.map(knownAs), ofPerson: others.filter((copy) => !isOther(copy)).map(knownAs) };
}

/** The ids of those that may be about the same person, by the id of one: where it is told, and its envelope is not at hand. */
export const othersAmong =
  (copies: readonly Copy[]) =>
  (told: string): string[] => {
    const id = told.toLowerCase();
    const own = copies.find((copy) => knownAs(copy) === id);
    return own === undefined ? [] : othersOf(copies, own, id).ofPerson;
  };

/**
 * An answer whose repeated items have ids of their own. An agency's system names an item by its record; the record corrected and sent again is
 * another item, and what was said for the first (a releaser's yes, an override, the holder's wording) was said of other words. What was said against one
 * of them (a refusal, a recall) may hold of the same words: each is known with the others. Whom one is about says nothing of a brother's or sister's, of
 * whom the same record was brought in the same answer.
 *
 * An id is one however it is written: what is said of it is kept in small letters.
 *
 * @param repeats ids that another envelope of the enquiry brought before
 * @param copies what came under the ids of its items
 */
export function withOwnItemIds<One extends Inside>(
  opened: One,
  repeats: readonly string[],
  its: OfAnswer & { readonly agencyId: string },
  copies: readonly Copy[],
): One {
  const repeated = new Set(repeats);
  const own = <Item extends { readonly itemId: string }>(item: Item): Item => {
    const itemId = item.itemId.toLowerCase();
    return { ...item, itemId: repeated.has(itemId) ? ownId(itemId, its) : itemId };
  };
  const known = (item: KnownItemFacts): KnownItemFacts => {
    const { itemId } = own(item);
    const { all, ofPerson } = othersOf(copies, { ...its, itemId: item.itemId.toLowerCase() }, itemId);
    return {
      ...item,
      itemId,
      ...(all.length > 0 && { alsoIds: all }),
      ...(ofPerson.length > 0 && { alsoOfPerson: ofPerson }),
    };
  };
  return {
    ...opened,
    facts: { ...opened.facts, items: opened.facts.items.map(known) },
    content: { ...opened.content, items: opened.content.items.map(own) },
  };
}
