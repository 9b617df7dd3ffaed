import type { IdentitySays, RecallAbout } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { AcceptedAnswers } from '../answers/accepted-answers';
import { CheckedAnswerRepository } from '../answers/checked-answer.repository';
import { partsUnread } from '../answers/unread-answers';
import type { AnsweredPart } from '../domain/recalls/still-to-confirm';
import { isOfRecipient } from '../domain/recalls/identity-of';
import { toldOfLost } from '../domain/recalls/told-of-lost';
import { whoSaw, type RecalledIds, type ShownLine } from '../domain/recalls/who-saw';
import { AcceptedEnvelopeRepository } from '../envelopes/accepted-envelope.repository';
import { othersAmong } from '../envelopes/own-item-ids';
import { UnopenableEnvelopes } from '../envelopes/unopenable-envelopes';
import type { Unwrap } from '../keys/key-ring';
import type { EnquiryRow } from '../persistence/enquiry.repository';
import {
  OutwardProductRepository,
  type OutwardProductRow,
  type ProductOfEnquiry,
} from '../products/outward-product.repository';
import { ProductSeal } from '../products/product-seal';
import { EnvelopeOpener, type OpenedAnswer } from '../releases/envelope-opener';
import type { Admitted } from '../releases/release-gate';
import { AskedScopes, type Asked, type RequestOfLine } from './asked-scopes';
import { NoticesTold } from './notices-told';

/** What a statement is about, as far as it reaches. */
export interface RecallScope extends RecalledIds {
  /** Agencies to which it was sent as it is, whether or not anybody there opened it. */
  readonly sentTo: readonly string[];
  /** The agencies that it went to. Not of a request, nor of a person: who was asked may not be guessed at. */
  readonly wentTo?: readonly string[];
  readonly personIds: readonly string[];
  /** Whose information it is; null where it is the hub's own: a match, a product. */
  readonly holderAgencyId: string | null;
  /** The holder was not sure whom it is about when they sealed it. */
  readonly isUnsure: boolean;
  /** The answers that it lies in, as far as they can be read. */
  readonly answered: readonly AnsweredPart[];
  /** Of a product or a person: everything that was put together of the enquiry, whether or not it went, and whomever it names. */
  readonly products: readonly ProductOfEnquiry[];
}

interface Said {
  readonly about: RecallAbout;
  readonly says: IdentitySays;
}

/** What other services keep of it: fetched before the enquiry is held, for nobody waits for another service while it is. */
export interface RecallFetched {
  readonly answers: readonly OpenedAnswer[];
  readonly requestOfLine: RequestOfLine;
  readonly noticeTo: string | undefined;
  /** The keys of the enquiry and of what was put together to go out. */
  readonly unwrap: Unwrap;
}

/** Where a scope is found: everything else that it rests on lies in `sharing`, and is read as it stands. */
interface Looking extends Pick<Admitted, 'enquiry' | 'facts'>, RecallFetched {
  readonly said: Said;
  readonly lines: readonly ShownLine[];
}

const isAbout = (
  { kind, id }: RecallAbout,
  { envelopeId, ids, facts }: OpenedAnswer,
  items: ReadonlySet<string>,
): boolean => {
  if (kind === 'answer') return envelopeId === id || ids.requestId === id;
  if (kind === 'request') return ids.requestId === id;
  if (kind === 'person') return ids.personId === id;
  return facts.items.some(({ itemId }) => items.has(itemId));
};

const idsIn = (answer: OpenedAnswer): string[] => [
  answer.envelopeId,
  ...answer.facts.items.map(({ itemId }) => itemId),
];

/** The hub's own. */
const THE_HUBS = { holderAgencyId: null, isUnsure: false } as const;
const NOTHING_HELD = { ids: new Set<string>(), productIds: new Set<string>(), answered: [], products: [] } as const;
const NOTHING_ASKED: Asked = { askedUnder: new Set(), sentTo: [], personIds: [] };
const partOf = ({ envelopeId, ids: { requestId, personId, agencyId }, facts }: OpenedAnswer): AnsweredPart => {
  const items = facts.items.map(({ itemId, alsoOfPerson }) => ({ itemId, alsoOfPerson }));
  return {
    envelopeId,
    requestId,
    personId,
    agencyId,
    items: items.length > 0 ? items : [{ itemId: envelopeId }],
    sealedAs: facts.identity,
  };
};
/** The agencies that were given these: one that waits still, or was never sent, went to nobody. */
const receivedBy = (products: readonly ProductOfEnquiry[]): string[] =>
  products.filter(({ hasGone }) => hasGone).map(({ toAgencyId }) => toAgencyId);
const distinct = (...ids: readonly string[]): string[] => [...new Set(ids)];

/** Of a person of whom nothing was asked under their id of today, and nothing told. */
export const scopeOfNothing = (personId: string): RecallScope => ({
  ...NOTHING_HELD,
  ...NOTHING_ASKED,
  ...THE_HUBS,
  personIds: [personId],
});

/** Finds what somebody says is wrong among what was asked, answered and told, and what went out, wherever it went. */
@Injectable()
export class RecallScopes {
  constructor(
    private readonly acceptedAnswers: AcceptedAnswers,
    private readonly checked: CheckedAnswerRepository,
    private readonly opener: EnvelopeOpener,
    private readonly products: OutwardProductRepository,
    private readonly productSeal: ProductSeal,
    private readonly unopenable: UnopenableEnvelopes,
    private readonly accepted: AcceptedEnvelopeRepository,
    private readonly asked: AskedScopes,
    private readonly noticesTold: NoticesTold,
  ) {}

  /** @throws PassingServiceFailure where the owner of something is down */
  async fetch({ enquiry }: Pick<Admitted, 'enquiry'>, { about, says }: Said): Promise<RecallFetched> {
    const { kind, id } = about;
    const { enquiryId } = enquiry;
    const products = await this.products.ofEnquiry(enquiryId);
    const keys = products.map(({ kid }) => kid);
    const isSent = kind === 'product' || kind === 'notice' || (kind === 'request' && isOfRecipient({ says }));
    const unwrap = await this.opener.keysOf([], enquiry, keys);
    return {
      unwrap,
      answers: isSent ? [] : await this.answersOf(enquiry, unwrap),
      requestOfLine: kind === 'request' ? await this.asked.requestsOfLines(enquiryId) : new Map(),
      noticeTo: kind === 'notice' ? await this.noticesTold.agencyOf(enquiryId, id) : undefined,
    };
  }

  /**
   * How far it reaches at this moment: call it while the enquiry is held alone, for what was made and opened until then counts.
   * @param lines everything that was shown of the enquiry
   * @returns undefined where there is no such thing in this enquiry
   */
  async of(
    tx: Tx,
    { enquiry, facts }: Pick<Admitted, 'enquiry' | 'facts'>,
    said: Said,
    its: RecallFetched & { lines: readonly ShownLine[] },
  ): Promise<RecallScope | undefined> {
    const looking = { enquiry, facts, said, ...its };
    const { kind } = said.about;
    if (kind === 'product') return this.ofProduct(tx, looking);
    if (kind === 'notice') return ofNotice(looking);
    if (kind === 'request') return this.ofRequest(tx, looking);
    return kind === 'person' ? this.ofPerson(tx, looking) : this.ofItems(tx, looking);
  }

  /** Whoever has opened it was given it, also where it is not heard yet that it was sent. */
  private async ofProduct(tx: Tx, { enquiry, said, lines }: Looking): Promise<RecallScope | undefined> {
    const products = await this.products.ofEnquiry(enquiry.enquiryId, tx);
    const product = products.find(({ productId }) => productId === said.about.id);
    if (product === undefined) return undefined;
    const ids = new Set([product.productId]);
    const its = { ids, productIds: ids, askedUnder: NOTHING_ASKED.askedUnder, onlyAgencyId: product.toAgencyId };
    const opened = whoSaw(
      lines.filter(({ releaseId }) => releaseId !== product.productId),
      its,
    );
    return {
      ...NOTHING_ASKED,
      ids,
      productIds: ids,
      wentTo: opened.length > 0 ? [product.toAgencyId] : receivedBy([product]),
      personIds: product.personIds,
      answered: [],
      products,
      ...THE_HUBS,
    };
  }

  /** What answers a request that was about the wrong person goes with it; what went to the wrong agency is the question alone. */
  private async ofRequest(tx: Tx, looking: Looking): Promise<RecallScope | undefined> {
    const { enquiry, said, requestOfLine } = looking;
    const { enquiryId } = enquiry;
    const asked = await this.asked.ofRequest(tx, enquiryId, said.about.id, requestOfLine);
    if (asked === undefined) return undefined;
    const isAnswered = !isOfRecipient(said);
    const answered = isAnswered
      ? await this.ofAnswers(tx, looking, await this.products.ofEnquiry(enquiryId, tx))
      : undefined;
    return { ...(answered ?? NOTHING_HELD), ...asked, ...THE_HUBS };
  }

  /**
   * Also what was asked about them, whether or not it was answered, and what names them; and whoever was told of the household at once may have been told of
   * them.
   */
  private async ofPerson(tx: Tx, looking: Looking): Promise<RecallScope | undefined> {
    const { enquiryId } = looking.enquiry;
    const { id: personId } = looking.said.about;
    const products = await this.products.ofEnquiry(enquiryId, tx);
    const naming = products.filter(({ personIds }) => personIds.includes(personId));
    const answered = await this.ofAnswers(tx, looking, products);
    const asked = await this.asked.ofPerson(tx, enquiryId, personId);
    if (answered === undefined && asked === undefined && naming.length === 0) return undefined;
    const { ids, productIds, answered: parts } = answered ?? NOTHING_HELD;
    const told = [...naming.map(({ productId }) => productId), ...(await this.noticesTold.ofEnquiry(enquiryId, tx))];
    return {
      ...(asked ?? NOTHING_ASKED),
      ids: new Set([...ids, ...told]),
      productIds: new Set([...productIds, ...told]),
      personIds: [personId],
      answered: parts,
      products,
      ...THE_HUBS,
    };
  }

  /** With the agencies where somebody saw it, as the ledger says, or to which it was sent in a product. */
  private async ofItems(tx: Tx, looking: Looking): Promise<RecallScope | undefined> {
    const products = await this.products.ofEnquiry(looking.enquiry.enquiryId, tx);
    const scope = await this.ofAnswers(tx, looking, products);
    if (scope === undefined) return undefined;
    const saw = whoSaw(looking.lines, scope).map(({ recipientAgencyId }) => recipientAgencyId);
    const holding = products.filter(({ productId }) => scope.productIds.has(productId));
    return { ...scope, wentTo: distinct(...saw, ...receivedBy(holding)) };
  }

  /**
   * Also of answers that were deleted or damaged where they lie: whoever can write there must not be able to leave somebody untold.
   * @param products everything that was put together of the enquiry, whether or not it went
   */
  private async ofAnswers(
    tx: Tx,
    { enquiry, said, answers, lines, unwrap }: Looking,
    products: readonly OutwardProductRow[],
  ): Promise<RecallScope | undefined> {
    const { enquiryId } = enquiry;
    const items = await this.itemsOf(tx, enquiryId, said.about);
    const found = answers.filter((one) => isAbout(said.about, one, items));
    const lost = partsUnread(await this.checked.partsOf(enquiryId, tx), answers);
    const told = toldOfLost(said.about, { items, lost, lines, read: new Set(answers.flatMap(idsIn)) });
    const own = found.find((one) => idsIn(one).includes(said.about.id)) ?? found[0];
    const holderAgencyId = own?.ids.agencyId ?? told.agencyIds[0];
    if (holderAgencyId === undefined) return undefined;
    const itemIds = said.about.kind === 'item' ? [...items] : [...found.flatMap(idsIn), ...told.ids];
    const productIds = await this.holding(products, new Set(itemIds), unwrap);
    return {
      ...NOTHING_ASKED,
      ids: new Set([...itemIds, ...productIds]),
      productIds: new Set(productIds),
      personIds: distinct(...found.map(({ ids }) => ids.personId), ...told.personIds),
      holderAgencyId,
      isUnsure: found.some(({ facts }) => facts.identity === 'possible'),
      answered: found.map(partOf),
      products: [],
    };
  }

  /** The item, and the same that came before or again, also in an answer that was lost: whom a record is about does not change with its words. */
  private async itemsOf(tx: Tx, enquiryId: string, { kind, id }: RecallAbout): Promise<ReadonlySet<string>> {
    if (kind !== 'item') return new Set();
    return new Set([id, ...othersAmong(await this.accepted.allCopies(enquiryId, tx))(id)]);
  }

  private async answersOf(enquiry: EnquiryRow, unwrap: Unwrap): Promise<OpenedAnswer[]> {
    const rows = await this.acceptedAnswers.of(enquiry.enquiryId);
    const tried = await this.opener.openAll(rows, enquiry, undefined, unwrap);
    return tried.filter((one) => one.kind === 'answer');
  }

  /** Products with one of these items in them, or that somebody tampered with: one is then told of it who may have read it there. */
  private async holding(
    products: readonly OutwardProductRow[],
    itemIds: ReadonlySet<string>,
    unwrap: Unwrap,
  ): Promise<string[]> {
    const holds = async (product: OutwardProductRow) => {
      const { partnershipId, enquiryId, productId: envelopeId, envelope } = product;
      const found = { partnershipId, enquiryId, place: 'product', envelopeId, envelope } as const;
      const opened = this.productSeal.open(product, product, unwrap);
      const holdsOne = opened.then(({ items }) => items.some(({ itemId }) => itemIds.has(itemId)));
      return holdsOne.catch((error: unknown) => this.unopenable.isForged(error, found));
    };
    const held = await Promise.all(products.map(holds));
    return products.filter((_, n) => held[n]).map(({ productId }) => productId);
  }
}

/** A notice tells of everybody on the enquiry. */
function ofNotice({ facts, said, noticeTo }: Looking): RecallScope | undefined {
  if (noticeTo === undefined) return undefined;
  const ids = new Set([said.about.id]);
  return {
    ...NOTHING_ASKED,
    ids,
    productIds: ids,
    sentTo: [noticeTo],
    wentTo: [noticeTo],
    personIds: facts.intake.people.map(({ personId }) => personId),
    answered: [],
    products: [],
    ...THE_HUBS,
  };
}
