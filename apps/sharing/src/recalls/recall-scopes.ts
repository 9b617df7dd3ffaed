import type { IdentitySays, RecallAbout } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { AcceptedAnswers } from '../answers/accepted-answers';
import type { RecalledIds } from '../domain/recalls/who-saw';
import { UnopenableEnvelopes } from '../envelopes/unopenable-envelopes';
import type { EnquiryRow } from '../persistence/enquiry.repository';
import { OutwardProductRepository, type OutwardProductRow } from '../products/outward-product.repository';
import { ProductSeal } from '../products/product-seal';
import { EnvelopeOpener, type OpenedAnswer } from '../releases/envelope-opener';
import type { Admitted } from '../releases/release-gate';
import { AskedScopes, type Asked } from './asked-scopes';
import { NoticesTold } from './notices-told';

/** What a statement is about, as far as it reaches. */
export interface RecallScope extends RecalledIds {
  /** Agencies to which it was sent as it is, whether or not anybody there opened it. */
  readonly sentTo: readonly string[];
  /** Of a product or a notice: the one agency that it went to. Not of a request: to whom it went may not be guessed at. */
  readonly wentTo?: readonly string[];
  readonly personIds: readonly string[];
  /** Whose information it is; null where it is the hub's own: a match, a product. */
  readonly holderAgencyId: string | null;
  /** The holder was not sure whom it is about when they sealed it. */
  readonly isUnsure: boolean;
}

interface Said {
  readonly about: RecallAbout;
  readonly says: IdentitySays;
}

const isAbout = ({ kind, id }: RecallAbout, { envelopeId, ids, facts }: OpenedAnswer): boolean => {
  if (kind === 'answer') return envelopeId === id || ids.requestId === id;
  if (kind === 'request') return ids.requestId === id;
  if (kind === 'person') return ids.personId === id;
  return kind === 'item' && facts.items.some(({ itemId }) => itemId === id);
};

const idsIn = (answer: OpenedAnswer): string[] => [
  answer.envelopeId,
  ...answer.facts.items.map(({ itemId }) => itemId),
];

const NOTHING_HELD = { ids: new Set<string>(), productIds: new Set<string>() } as const;
const NOTHING_ASKED: Asked = { askedUnder: new Set(), sentTo: [], personIds: [] };
const distinct = (...ids: readonly string[]): string[] => [...new Set(ids)];

/** Finds what somebody says is wrong among what was asked, answered and told, and what went out, wherever it went. */
@Injectable()
export class RecallScopes {
  constructor(
    private readonly acceptedAnswers: AcceptedAnswers,
    private readonly opener: EnvelopeOpener,
    private readonly products: OutwardProductRepository,
    private readonly productSeal: ProductSeal,
    private readonly unopenable: UnopenableEnvelopes,
    private readonly asked: AskedScopes,
    private readonly noticesTold: NoticesTold,
  ) {}

  /** Undefined where there is no such thing in this enquiry. @throws PassingServiceFailure where its owner is down */
  async of({ enquiry, facts }: Pick<Admitted, 'enquiry' | 'facts'>, said: Said): Promise<RecallScope | undefined> {
    const { about } = said;
    if (about.kind === 'product') return this.ofProduct(enquiry, about.id);
    if (about.kind === 'notice') return this.ofNotice({ enquiry, facts }, about.id);
    if (about.kind === 'request') return this.ofRequest(enquiry, said);
    if (about.kind === 'person') return this.ofPerson(enquiry, about.id);
    return this.ofAnswers(enquiry, about);
  }

  private async ofProduct({ enquiryId }: EnquiryRow, productId: string): Promise<RecallScope | undefined> {
    const product = await this.products.find(productId);
    if (product?.enquiryId !== enquiryId) return undefined;
    const ids = new Set([productId]);
    return {
      ...NOTHING_ASKED,
      ids,
      productIds: ids,
      wentTo: [product.toAgencyId],
      personIds: product.personIds,
      holderAgencyId: null,
      isUnsure: false,
    };
  }

  /** A notice tells of everybody on the enquiry. */
  private async ofNotice(
    { enquiry: { enquiryId }, facts }: Pick<Admitted, 'enquiry' | 'facts'>,
    noticeId: string,
  ): Promise<RecallScope | undefined> {
    const agencyId = await this.noticesTold.agencyOf(enquiryId, noticeId);
    if (agencyId === undefined) return undefined;
    const ids = new Set([noticeId]);
    const personIds = facts.intake.people.map(({ personId }) => personId);
    return {
      ...NOTHING_ASKED,
      ids,
      productIds: ids,
      sentTo: [agencyId],
      wentTo: [agencyId],
      personIds,
      holderAgencyId: null,
      isUnsure: false,
    };
  }

  /** What answers a request that was about the wrong person goes with it; what went to the wrong agency is the question alone. */
  private async ofRequest(enquiry: EnquiryRow, { about, says }: Said): Promise<RecallScope | undefined> {
    const asked = await this.asked.ofRequest(enquiry.enquiryId, about.id);
    if (asked === undefined) return undefined;
    const answered = says === 'wrong_recipient' ? undefined : await this.ofAnswers(enquiry, about);
    return { ...(answered ?? NOTHING_HELD), ...asked, holderAgencyId: null, isUnsure: false };
  }

  /** Also what was asked about them, whether or not it was answered; and whoever was told of the household at once may have been told of them. */
  private async ofPerson(enquiry: EnquiryRow, personId: string): Promise<RecallScope | undefined> {
    const { enquiryId } = enquiry;
    const answered = await this.ofAnswers(enquiry, { kind: 'person', id: personId });
    const asked = await this.asked.ofPerson(enquiryId, personId);
    if (answered === undefined && asked === undefined) return undefined;
    const { ids, productIds } = answered ?? NOTHING_HELD;
    const noticeIds = await this.noticesTold.ofEnquiry(enquiryId);
    return {
      ...(asked ?? NOTHING_ASKED),
      ids: new Set([...ids, ...noticeIds]),
      productIds: new Set([...productIds, ...noticeIds]),
      personIds: [personId],
      holderAgencyId: null,
      isUnsure: false,
    };
  }

  private async ofAnswers(enquiry: EnquiryRow, about: RecallAbout): Promise<RecallScope | undefined> {
    const tried = await this.opener.openAll(await this.acceptedAnswers.of(enquiry.enquiryId), enquiry);
    const answers = tried.filter((one): one is OpenedAnswer => one.kind === 'answer' && isAbout(about, one));
    const [first] = answers;
    if (first === undefined) return undefined;
    const itemIds = about.kind === 'item' ? [about.id] : answers.flatMap(idsIn);
    const productIds = await this.holding(enquiry.enquiryId, new Set(itemIds));
    return {
      ...NOTHING_ASKED,
      ids: new Set([...itemIds, ...productIds]),
      productIds: new Set(productIds),
      personIds: distinct(...answers.map(({ ids }) => ids.personId)),
      holderAgencyId: first.ids.agencyId,
      isUnsure: answers.some(({ facts }) => facts.identity === 'possible'),
    };
  }

  /** Products with one of these items in them, or that somebody tampered with: one is then told of it who may have read it there. */
  private async holding(enquiryId: string, itemIds: ReadonlySet<string>): Promise<string[]> {
    const products = await this.products.ofEnquiry(enquiryId);
    const holds = async (product: OutwardProductRow) => {
      const { partnershipId, productId: envelopeId, envelope } = product;
      const found = { partnershipId, enquiryId, place: 'product', envelopeId, envelope } as const;
      const opened = this.productSeal.open(product, product);
      const holdsOne = opened.then(({ items }) => items.some(({ itemId }) => itemIds.has(itemId)));
      return holdsOne.catch((error: unknown) => this.unopenable.isForged(error, found));
    };
    const held = await Promise.all(products.map(holds));
    return products.filter((_, n) => held[n]).map(({ productId }) => productId);
  }
}
