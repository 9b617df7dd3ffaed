import type { RecallAbout } from '@mash/contracts';
import type { AsMeant } from './as-meant';
import type { IdentityStatement } from './identity-statement';

/** One thing that is decided about, as statements name it. */
export interface Identified {
  readonly itemId: string;
  /** Of an item that its agency sent more than once: the ids of the others that may be about the same person. */
  readonly alsoOfPerson?: readonly string[] | undefined;
  readonly envelopeId: string;
  /** Of an answer: what it answers. */
  readonly requestId?: string | undefined;
  /** Of a question: the request that it stands in. */
  readonly askedIn?: string | undefined;
  readonly personId: string;
  /** When it was asked; left out where that is not known. */
  readonly askedAt?: Date | undefined;
}

/** What answers a request that was about the wrong person is about the wrong person too; one that went to the wrong place says nothing of answers. */
const coversRequest = (id: string, says: IdentityStatement['says'], { askedIn, requestId }: Identified): boolean =>
  id === askedIn || (!isOfRecipient({ says }) && id === requestId);

const AGAINST: readonly IdentityStatement['says'][] = ['wrong_person', 'wrong_recipient', 'doubted'];
/** What was said against an item goes for the same that came before or again; that one was right after all is said of that one. */
export const coversItemId = (
  id: string,
  says: IdentityStatement['says'],
  { itemId, alsoOfPerson = [] }: Pick<Identified, 'itemId' | 'alsoOfPerson'>,
): boolean => id === itemId || (AGAINST.includes(says) && alsoOfPerson.includes(id));

const COVERS: Readonly<
  Record<RecallAbout['kind'], (id: string, says: IdentityStatement['says'], thing: Identified) => boolean>
> = {
  item: coversItemId,
  answer: (id, _says, { envelopeId, requestId }) => id === envelopeId || id === requestId,
  person: (id, _says, { personId }) => id === personId,
  request: coversRequest,
  notice: (id, _says, { itemId }) => id === itemId,
  product: () => false,
};

/** It was asked about somebody who stands under that id since, and was not meant. */
const isOfAnother = ({ onlyBefore }: AsMeant<IdentityStatement>, { askedAt }: Identified): boolean =>
  onlyBefore !== undefined && askedAt !== undefined && askedAt >= onlyBefore;

const covers = (one: AsMeant<IdentityStatement>, thing: Identified): boolean =>
  COVERS[one.about.kind](one.about.id, one.says, thing) && !isOfAnother(one, thing);

/** Whether it says where a thing went, and nothing of whom it is about. */
export const isOfRecipient = ({ says }: Pick<IdentityStatement, 'says'>): boolean =>
  says === 'wrong_recipient' || says === 'right_recipient';

const keyOf = (one: AsMeant<IdentityStatement>): string => {
  const { about, meantId, recipientAgencyId, recipientId } = one;
  return JSON.stringify([
    about.kind,
    about.id,
    meantId,
    isOfRecipient(one) ? [recipientAgencyId, recipientId] : 'identity',
  ]);
};

/** To whom it is told: an agency, and the account that reads it where one person does. */
export interface ToldTo {
  readonly agencyId: string;
  /** Nobody by name where it goes to an agency: what is said of one account is then decided when that one opens it. */
  readonly accountId?: string | undefined;
}

/** Was it this one who should not have had it? */
export const isMisdirectedTo = (
  { says, recipientAgencyId, recipientId }: Pick<IdentityStatement, 'says' | 'recipientAgencyId' | 'recipientId'>,
  { agencyId, accountId }: ToldTo,
): boolean =>
  says === 'wrong_recipient' && (recipientId === null ? recipientAgencyId === agencyId : recipientId === accountId);

/** Was it recalled from this one, as being about somebody else or as having gone wrong to them? */
export const isRecalledFrom = (one: IdentityStatement, reader: ToldTo): boolean =>
  one.says === 'wrong_person' || isMisdirectedTo(one, reader);

/**
 * Whether a product is recalled from this reader: whole, where it is about somebody else or went to the wrong agency; from those alone where another agency had it
 * outside the platform, or the wrong account opened it.
 */
export function isProductRecalled(
  one: IdentityStatement,
  { productId, toAgencyId }: { readonly productId: string; readonly toAgencyId: string },
  reader: ToldTo,
): boolean {
  const { about, says, recipientId, recipientAgencyId } = one;
  if (about.kind !== 'product' || about.id !== productId) return false;
  const wentWrong = says === 'wrong_recipient' && recipientId === null && recipientAgencyId === toAgencyId;
  return wentWrong || isRecalledFrom(one, reader);
}

/** A letter or a handover, as it is recalled. */
export interface RecallableProduct {
  readonly productId: string;
  readonly kind: 'letter' | 'handover';
  readonly toAgencyId: string;
  readonly personIds: readonly string[];
  readonly madeAt: Date;
}

/**
 * Of whoever had an id before the one of today a product that was made since tells nothing. A letter is about whomever was reported: that the match was wrong
 * was known where that was said before it was written.
 */
export const saidOfProduct = <One extends AsMeant<IdentityStatement>>(
  statements: readonly One[],
  { kind, madeAt }: Pick<RecallableProduct, 'kind' | 'madeAt'>,
): One[] =>
  statements.filter(
    ({ about, onlyBefore, statedAt }) =>
      (onlyBefore === undefined || madeAt < onlyBefore) &&
      (kind === 'handover' || about.kind !== 'person' || statedAt >= madeAt),
  );

/**
 * Under what a product opens to this reader no more: it was recalled whole, or from them, or is about nobody who was not matched wrongly.
 * @param statements those of its enquiry
 */
export function recallOf<One extends AsMeant<IdentityStatement>>(
  statements: readonly One[],
  product: RecallableProduct,
  reader: ToldTo,
): One | undefined {
  const said = standing(saidOfProduct(statements, product));
  const ofWhole = said.find((one) => isProductRecalled(one, product, reader));
  if (ofWhole !== undefined) return ofWhole;
  const ofPeople = product.personIds.map((personId) =>
    said.find((one) => one.about.kind === 'person' && one.about.id === personId && isRecalledFrom(one, reader)),
  );
  return ofPeople.includes(undefined) ? undefined : ofPeople.at(-1);
}

/** The newest about each thing, and about each person who was meant by an id; of where it went, the one about each recipient, agency or account. */
export function standing<One extends AsMeant<IdentityStatement>>(statements: readonly One[]): One[] {
  const newest = new Map<string, One>();
  for (const one of [...statements].sort((a, b) => a.statedAt.getTime() - b.statedAt.getTime()))
    newest.set(keyOf(one), one);
  return [...newest.values()];
}

/** What was said against another that came under the same id does not count for one of which its holder has said since that it is right. */
function isAnsweredFor(
  said: readonly IdentityStatement[],
  one: IdentityStatement,
  { itemId }: Pick<Identified, 'itemId'>,
): boolean {
  if (one.about.kind !== 'item' || one.about.id === itemId) return false;
  const answers = isOfRecipient(one) ? 'right_recipient' : 'confirmed';
  return said.some(
    ({ about, says, statedAt, recipientAgencyId, recipientId }) =>
      about.kind === 'item' &&
      about.id === itemId &&
      says === answers &&
      statedAt > one.statedAt &&
      recipientAgencyId === one.recipientAgencyId &&
      recipientId === one.recipientId,
  );
}

/** What stands against an item though it was said of another that came under its id. */
export function saidOfOthers<One extends IdentityStatement>(
  statements: readonly One[],
  item: Pick<Identified, 'itemId' | 'alsoOfPerson'>,
): One[] {
  const said = standing(statements);
  return said.filter(
    (one) =>
      one.about.kind === 'item' &&
      one.about.id !== item.itemId &&
      coversItemId(one.about.id, one.says, item) &&
      !isAnsweredFor(said, one, item),
  );
}

/**
 * The identity fact of a thing (rule rows R-ID-01, R-ID-02) as statements have it for one recipient: the strictest of all that cover it;
 * undefined where none does, and what is inside its envelope counts. That it is confirmed counts in place of an envelope that was unsure. The rule book has no row for a wrong recipient: to them it is as if it
 * were about somebody else, absent.
 */
export function identityOf(
  statements: readonly AsMeant<IdentityStatement>[],
  thing: Identified,
  to: ToldTo,
): 'wrong' | 'possible' | 'confirmed' | undefined {
  const said = standing(statements);
  const covering = said.filter((one) => covers(one, thing) && !isAnsweredFor(said, one, thing));
  const isWrong = covering.some((one) => isRecalledFrom(one, to));
  if (isWrong) return 'wrong';
  if (covering.some(({ says }) => says === 'doubted')) return 'possible';
  const isConfirmed = covering.some(({ says, about }) => says === 'confirmed' && about.kind !== 'person');
  return isConfirmed ? 'confirmed' : undefined;
}
