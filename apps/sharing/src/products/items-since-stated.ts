import type { OpenedProduct } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { AgreementsStopped } from '../agreements/agreements-stopped';
import type { UnreadAnswer } from '../answers/unread-answers';
import { agreementRef } from '../domain/agreements/agreement-ref';
import { isSpokenOfSince } from '../domain/consent/spoken-of-since';
import { readsConsent } from '../domain/consent/yeses-that-stand';
import { lawfulBasisOf } from '../domain/decision';
import { mayBeUnread } from '../domain/may-be-unread';
import type { HolderStatement } from '../domain/holder/holder-statement';
import type { ShownLine } from '../domain/recalls/who-saw';
import type { Unwrap } from '../keys/key-ring';
import { ShownLines } from '../recalls/shown-lines';
import { AskedLinesFinder } from '../releases/asked-lines';
import type { Opened } from '../releases/envelope-opener';
import type { Judged } from '../releases/judge-thing';
import type { AdmittedNow } from '../releases/release-gate';
import { ThingDecider } from '../releases/thing-decider';
import { thingsOf } from '../releases/things-of';
import { countedByReason, type Withheld } from './counted-by-reason';
import type { Refused } from './help-refused';
import type { OutwardProductRow } from './outward-product.repository';
import { outwardItem } from './product-content';
import { isIncluded } from './product-made';
import { tellingOf } from './telling-of-product';

/** What is known of an enquiry while one of its products is opened. */
export interface Known {
  readonly admitted: AdmittedNow;
  readonly answers: readonly Opened[];
  readonly unread: readonly UnreadAnswer[];
  /** The keys, had before the transaction. */
  readonly unwrap: Unwrap;
  readonly statements: readonly HolderStatement[];
  readonly at: Date;
}

/** What an item is read under: its agreement with version and line, and the law. */
type RestsOn = Pick<ShownLine, 'agreementRef' | 'lawfulBasis'>;

/** A product as it may be read today, each item with its lawful basis, and under which agreement each of them is. */
export interface ReadToday {
  readonly opened: OpenedProduct;
  readonly restsOn: ReadonlyMap<string, RestsOn>;
}

/**
 * A product as it may be read today. What its holders, and the family, have stated since it was made counts, that help is refused, and that a party
 * has stopped an agreement, for the items that it is about.
 */
@Injectable()
export class ItemsSinceStated {
  constructor(
    private readonly decider: ThingDecider,
    private readonly askedLines: AskedLinesFinder,
    private readonly shownLines: ShownLines,
    private readonly stopped: AgreementsStopped,
  ) {}

  /**
   * Items with a later statement of their holder, about whose person somebody has said something of consent since, or of whom a help service gets
   * nothing today, or that were put in under an agreement that was stopped, are decided again: in the newer wording, or left out, with the reason where it is consent. All others stay as
   * they were sealed.
   */
  async without(
    tx: Tx,
    product: OutwardProductRow,
    sealed: OpenedProduct,
    known: Known & { readonly refused: Refused },
  ): Promise<ReadToday> {
    const its = { releaseId: product.productId, unwrap: known.unwrap };
    const made = await this.shownLines.of(known.admitted.enquiry, tx, its);
    const isStopped = itemsOf(made.filter(await this.stopped.of(tx, product.partnershipId)));
    const isStated = statedSince(product, known);
    const isRefused = ({ personId }: Item) => known.refused.has(personId);
    const isAffected = (item: Item) => isStated(item) || isStopped(item) || isRefused(item);
    const affected = new Set(sealed.items.filter(isAffected).map(({ itemId }) => itemId));
    const asMade = made.map((line) => [line.itemId ?? '', line] as const);
    if (affected.size === 0) return withBases(sealed, new Map(asMade));
    const judged = await this.judgedToday(tx, product, affected, known);
    const shown = judged.filter(isIncluded).map((one) => outwardItem(one, known.admitted.facts.bodies));
    const today = new Map(shown.map((item) => [item.itemId, item]));
    const items = sealed.items.flatMap((item) => (affected.has(item.itemId) ? (today.get(item.itemId) ?? []) : item));
    const withheld = withheldByConsent(judged);
    const opened = { ...sealed, items, ...(withheld.length > 0 && { withheld }) };
    return withBases(opened, new Map<string, RestsOn>([...asMade, ...judged.map(restsOnOf)]));
  }

  private async judgedToday(
    tx: Tx,
    product: OutwardProductRow,
    affected: ReadonlySet<string>,
    { admitted, answers, unwrap, statements, at }: Known,
  ): Promise<Judged[]> {
    const telling = tellingOf(product);
    const asked = await this.askedLines.of(product.enquiryId);
    const things = thingsOf(answers, { admitted, telling, asked, statements, now: at });
    const wanted = things.filter(({ kind, itemId }) => kind === 'item' && affected.has(itemId));
    const said = await this.decider.whatWasSaid(tx, admitted.facts, telling, unwrap);
    return this.decider.decideAll(tx, admitted.facts, wanted, telling, said);
  }
}

const restsOnOf = ({ thing, decided, decision }: Judged): [string, RestsOn] => [
  thing.itemId,
  { agreementRef: agreementRef(decided.agreement.line), lawfulBasis: lawfulBasisOf(decision) },
];

/** The law is not sealed with a product: it stands in the ledger's lines of its making, or was decided again today. */
function withBases(opened: OpenedProduct, restsOn: ReadToday['restsOn']): ReadToday {
  const items = opened.items.map((item) => {
    const lawfulBasis = restsOn.get(item.itemId)?.lawfulBasis ?? [];
    return lawfulBasis.length === 0 ? item : { ...item, lawfulBasis: [...lawfulBasis] };
  });
  return { opened: { ...opened, items }, restsOn };
}

type Item = Pick<OpenedProduct['items'][number], 'itemId' | 'personId'>;

function statedSince({ madeAt }: OutwardProductRow, { admitted, statements, answers }: Known): (item: Item) => boolean {
  const since = new Set(statements.filter(({ statedAt }) => mayBeUnread(statedAt, madeAt)).map(({ itemId }) => itemId));
  // Said of an item that came more than once it is said of all.
  const again = answers.flatMap((one) => (one.kind === 'answer' ? one.facts.items : []));
  for (const { itemId, alsoIds = [] } of again) {
    const all = [itemId, ...alsoIds];
    if (all.some((id) => since.has(id))) for (const id of all) since.add(id);
  }
  return ({ itemId, personId }) => since.has(itemId) || isSpokenOfSince(admitted.facts, personId, madeAt);
}

/** The items of these lines. Of a line that somebody wrote over nobody knows which item it was: it counts as that of any. */
function itemsOf(lines: readonly ShownLine[]): (item: Pick<Item, 'itemId'>) => boolean {
  const ids = new Set(lines.map(({ itemId }) => itemId));
  return ({ itemId }) => ids.has(itemId) || ids.has(undefined);
}

/** What a holder stops, or the rules where an agreement was stopped, is left out without a word; that consent is gone the recipient has been told already. */
function withheldByConsent(judged: readonly Judged[]): Withheld {
  const stopped = judged.filter((one) => !isIncluded(one) && readsConsent(one.decision.rule));
  return countedByReason(stopped);
}
