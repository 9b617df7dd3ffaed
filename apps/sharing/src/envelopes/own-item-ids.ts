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
/** One of the items that came under an id: of this answer, or the first of all, which kept the id. */
export interface Copy {
  readonly itemId: string;
  /** Null where nobody knows it any more: then it may be any. */
  readonly agencyId: string | null;
  readonly answerId: string | null;
  readonly personId: string | null;
  /** The answer that it lies in and whom its envelope is about, of the first too; null where nobody knows it any more. */
  readonly liesIn: string | null;
  readonly ofPerson: string | null;
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
const knownAs = ({ itemId, answerId, personId }: Copy): string =>
  answerId === null || personId === null ? itemId : ownId(itemId, { answerId, personId });

const idsOf = (copies: readonly Copy[], itemId: string): string[] =>
  copies.filter((copy) => copy.itemId === itemId.toLowerCase()).map(knownAs);

const isOfOneAgency = (one: Copy, other: Copy): boolean =>
  one.agencyId === null || other.agencyId === null || one.agencyId === other.agencyId;

/**
 * Copies about somebody of whom the same answer brings one of their own. Of others nobody can tell: one person is asked about by another id once they were
 * matched.
 * @param own the answer and the person of the item
 */
function ofOtherPeople(copies: readonly Copy[], own: Pick<Copy, 'liesIn' | 'ofPerson'>): (copy: Copy) => boolean {
  const beside = copies.filter(
    ({ liesIn, ofPerson }) => liesIn !== null && liesIn === own.liesIn && ofPerson !== own.ofPerson,
  );
  const people = new Set(beside.map(({ ofPerson }) => ofPerson));
  return ({ ofPerson }) => ofPerson !== null && people.has(ofPerson);
}

/**
 * Of an item, by the id that it is known by, the ids of the others that its agency sent under the same and that may be about the same person: where it is
 * told, and its envelope is not at hand.
 */
export function othersAmong(copies: readonly Copy[]): (id: string) => string[] {
  return (id) => {
    const own = copies.find((copy) => knownAs(copy) === id.toLowerCase());
    if (own === undefined) return [];
    const same = copies.filter((copy) => copy.itemId === own.itemId && isOfOneAgency(own, copy));
    const isOfAnother = ofOtherPeople(same, own);
    return idsOf(
      same.filter((copy) => !isOfAnother(copy)),
      own.itemId,
    ).filter((other) => other !== id.toLowerCase());
  };
}

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
  const itsAgencys = copies.filter(({ agencyId }) => agencyId === null || agencyId === its.agencyId);
  const own = <Item extends { readonly itemId: string }>(item: Item): Item =>
    repeated.has(item.itemId.toLowerCase())
      ? { ...item, itemId: ownId(item.itemId, its) }
      : { ...item, itemId: item.itemId.toLowerCase() };
  const known = (item: KnownItemFacts): KnownItemFacts => {
    const { itemId } = own(item);
    const others = (among: readonly Copy[]) => idsOf(among, item.itemId).filter((id) => id !== itemId);
    const same = itsAgencys.filter((copy) => copy.itemId === item.itemId.toLowerCase());
    const isOfAnother = ofOtherPeople(same, { liesIn: its.answerId, ofPerson: its.personId });
    const alsoIds = others(same);
    const alsoOfPerson = others(same.filter((copy) => !isOfAnother(copy)));
    return {
      ...item,
      itemId,
      ...(alsoIds.length > 0 && { alsoIds }),
      ...(alsoOfPerson.length > 0 && { alsoOfPerson }),
    };
  };
  return {
    ...opened,
    facts: { ...opened.facts, items: opened.facts.items.map(known) },
    content: { ...opened.content, items: opened.content.items.map(own) },
  };
}
