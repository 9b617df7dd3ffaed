import type { RecallAbout } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { AcceptedAnswers } from '../answers/accepted-answers';
import type { EnquiryRow } from '../persistence/enquiry.repository';
import { OutwardProductRepository, type OutwardProductRow } from '../products/outward-product.repository';
import { ProductSeal } from '../products/product-seal';
import { EnvelopeOpener, type OpenedAnswer } from '../releases/envelope-opener';

/** What a statement is about, as far as it reaches. */
export interface RecallScope {
  /** Items and coverage, as the ledger names them, with the products that hold one of them. */
  readonly ids: ReadonlySet<string>;
  readonly productIds: ReadonlySet<string>;
  readonly personIds: readonly string[];
  /** Whose information it is; null where it is the hub's own: a match, a product. */
  readonly holderAgencyId: string | null;
  /** The holder was not sure whom it is about when they sealed it. */
  readonly isUnsure: boolean;
}

const isAbout = ({ kind, id }: RecallAbout, answer: OpenedAnswer): boolean =>
  kind === 'answer'
    ? answer.envelopeId === id || answer.ids.requestId === id
    : kind === 'person'
      ? answer.ids.personId === id
      : kind === 'item' && answer.facts.items.some(({ itemId }) => itemId === id);

const idsIn = (answer: OpenedAnswer): string[] => [
  answer.envelopeId,
  ...answer.facts.items.map(({ itemId }) => itemId),
];

/** Finds what somebody says is wrong among what was answered and what went out, wherever it went. */
@Injectable()
export class RecallScopes {
  constructor(
    private readonly acceptedAnswers: AcceptedAnswers,
    private readonly opener: EnvelopeOpener,
    private readonly products: OutwardProductRepository,
    private readonly productSeal: ProductSeal,
  ) {}

  /** Undefined where there is no such thing in this enquiry. */
  async of(enquiry: EnquiryRow, about: RecallAbout): Promise<RecallScope | undefined> {
    return about.kind === 'product' ? this.ofProduct(enquiry, about.id) : this.ofAnswers(enquiry, about);
  }

  private async ofProduct({ enquiryId }: EnquiryRow, productId: string): Promise<RecallScope | undefined> {
    const product = await this.products.find(productId);
    if (product?.enquiryId !== enquiryId) return undefined;
    const ids = new Set([productId]);
    return { ids, productIds: ids, personIds: product.personIds, holderAgencyId: null, isUnsure: false };
  }

  private async ofAnswers(enquiry: EnquiryRow, about: RecallAbout): Promise<RecallScope | undefined> {
    const tried = await this.opener.openAll(await this.acceptedAnswers.of(enquiry.enquiryId), enquiry);
    const answers = tried.filter((one): one is OpenedAnswer => one.kind === 'answer' && isAbout(about, one));
    const [first] = answers;
    if (first === undefined) return undefined;
    const itemIds = about.kind === 'item' ? [about.id] : answers.flatMap(idsIn);
    const productIds = await this.holding(enquiry.enquiryId, new Set(itemIds));
    return {
      ids: new Set([...itemIds, ...productIds]),
      productIds: new Set(productIds),
      personIds: [...new Set(answers.map(({ ids }) => ids.personId))],
      holderAgencyId: about.kind === 'person' ? null : first.ids.agencyId,
      isUnsure: about.kind !== 'person' && answers.some(({ facts }) => facts.identity === 'possible'),
    };
  }

  /** Products with one of these items in them. */
  private async holding(enquiryId: string, itemIds: ReadonlySet<string>): Promise<string[]> {
    const products = await this.products.ofEnquiry(enquiryId);
    const holds = async (product: OutwardProductRow) =>
      (await this.productSeal.open(product, product)).items.some(({ itemId }) => itemIds.has(itemId));
    const held = await Promise.all(products.map(holds));
    return products.filter((_, n) => held[n]).map(({ productId }) => productId);
  }
}
