import type { PersonActor } from '@mash/authorisation';
import type { EnvelopeToOpen, MakeOutwardProduct, OutwardProductMade } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { AcceptedAnswers } from '../answers/accepted-answers';
import { repeatsUnreleased } from '../domain/release/repeats-unreleased';
import { Ledger } from '../ledger/ledger';
import type { LedgerCall } from '../ledger/ledger-line';
import { AskedLinesFinder } from '../releases/asked-lines';
import { EnvelopeOpener, type NotOpened, type Opened } from '../releases/envelope-opener';
import { ledgerLineOf } from '../releases/ledger-line-of';
import { reasonAsRead } from '../releases/reason-as-read';
import { ReleaseAudit } from '../releases/release-audit';
import { ReleaseGate, type Admitted } from '../releases/release-gate';
import { ThingDecider, type Judged, type Telling } from '../releases/thing-decider';
import { thingsOf } from '../releases/things-of';
import type { Thing } from '../releases/thing';
import { asTheHubReads } from './as-the-hub-reads';
import { feedbackMatter } from './feedback-matter';
import { OutwardProductRepository } from './outward-product.repository';
import { outwardItem, productContent } from './product-content';
import { ProductSeal } from './product-seal';
import { checkRecipient } from './recipient-of-product';

const ACTION = 'outward-product.make';
const isOpened = (one: Opened | NotOpened): one is Opened => one.kind !== 'refused';
const isIncluded = ({ shownAs, thing }: Judged): boolean => shownAs === 'shown' && thing.kind === 'item';

interface Opening {
  readonly actor: PersonActor;
  readonly product: MakeOutwardProduct;
  readonly admitted: Admitted;
  readonly opened: readonly Opened[];
  readonly refused: readonly NotOpened[];
  readonly things: readonly Thing[];
  readonly telling: Telling;
  readonly at: Date;
}

/** Puts together what leaves the hub: permitted items in the wording that may go, and the manager's own words. Nothing else can get in. */
@Injectable()
export class MakeOutwardProductHandler {
  constructor(
    private readonly gate: ReleaseGate,
    private readonly opener: EnvelopeOpener,
    private readonly acceptedAnswers: AcceptedAnswers,
    private readonly askedLines: AskedLinesFinder,
    private readonly decider: ThingDecider,
    private readonly ledger: Ledger,
    private readonly releaseAudit: ReleaseAudit,
    private readonly products: OutwardProductRepository,
    private readonly productSeal: ProductSeal,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 audited; SHARING.MANAGERS_ONLY (403); SHARING.REPEATS_UNRELEASED (422); SHARING.RELEASE_REPEATED (409) */
  async execute(actor: PersonActor, product: MakeOutwardProduct): Promise<OutwardProductMade> {
    const { productId, enquiryId } = product;
    const admitted = await this.gate.admit(actor, enquiryId, ACTION);
    if (admitted.audience !== 'hub_manager')
      throw new CodedError('SHARING.MANAGERS_ONLY', 403, 'Only a hub manager puts outward products together.');
    checkRecipient(product, admitted);
    const opening = await this.open(actor, product, admitted);
    const work = (tx: Tx) => this.make(tx, opening);
    return this.unitOfWork.run(work).catch(this.releaseAudit.noteRepeated(actor, enquiryId, productId));
  }

  private async open(actor: PersonActor, product: MakeOutwardProduct, admitted: Admitted): Promise<Opening> {
    const [accepted, asked] = await Promise.all([
      this.acceptedAnswers.of(product.enquiryId),
      this.askedLines.of(product.enquiryId),
    ]);
    const tried = await this.opener.openAll(everyRow(accepted, product.envelopes), admitted.enquiry);
    const { audience, toAgencyId, purpose } = product;
    const telling: Telling = { mode: 'onward', purpose, audience, toAgencyId, askedBy: actor.id };
    const [opened, at] = [tried.filter(isOpened), this.clock.now()];
    const things = thingsOf(opened, { admitted, telling, asked, now: at });
    const refused = tried.filter((one) => !isOpened(one));
    return { actor, product, admitted, opened, refused, things, telling, at };
  }

  private async make(tx: Tx, opening: Opening): Promise<OutwardProductMade> {
    const { actor, product, admitted, things, telling, at } = opening;
    const { productId, enquiryId } = product;
    const { partnershipId, agencyId, id: accountId } = actor;
    const call: LedgerCall = {
      ...{ releaseId: productId, partnershipId, enquiryId, accountId, agencyId, mode: 'onward', at },
    };
    await this.ledger.claim(tx, call);
    const letter = product.kind === 'letter' ? [feedbackMatter(admitted, opening.opened)] : [];
    const wanted = things.filter(({ kind, itemId }) => kind === 'item' && product.itemIds.includes(itemId));
    const decided = await this.decider.decideAll(tx, admitted.facts, [...letter, ...wanted], telling);
    const judged = decided.map(asTheHubReads);
    const letterJudged = letter.length > 0 ? judged[0] : undefined;
    const items = judged.filter(isIncluded);
    const isToldNothing = letterJudged !== undefined && letterJudged.shownAs !== 'shown';
    if (!isToldNothing) {
      refuseRepeats(product.words, things, items);
      await this.seal(tx, opening, items, letterJudged ?? items[0]);
    }
    const { refused } = opening;
    await this.releaseAudit.refusedEnvelopes(tx, { actor, enquiryId, refused, place: 'product' });
    const subject = { type: 'OutwardProduct', id: productId };
    const { id, version } = admitted.facts.decision.pack;
    await this.ledger.write(tx, {
      ...{ actor, call, lines: judged.map((one) => ledgerLineOf(one, telling)) },
      audit: { action: ACTION, subject, outcome: isToldNothing ? 'refused' : 'done', purpose: product.purpose },
      volumeLimit: loadPack(id, version).limits.volumeAlarmPeoplePerHour.value,
    });
    return madeOf(product, judged, letterJudged, isToldNothing);
  }

  private async seal(tx: Tx, opening: Opening, items: readonly Judged[], deciding: Judged | undefined): Promise<void> {
    const { product, admitted, at, actor } = opening;
    const { productId, enquiryId, kind, audience, toAgencyId, purpose, personIds } = product;
    const where = { productId, partnershipId: actor.partnershipId, enquiryId, toAgencyId };
    const outward = items.map((one) => outwardItem(one, admitted.facts.bodies));
    const sealed = await this.productSeal.seal(tx, where, productContent(product, outward, at), at);
    const rule = deciding?.decision.rule ?? 'OWN_WORDS';
    const ruleSetVersion = deciding?.decision.version ?? 'none';
    const row = { ...where, kind, audience, purpose, personIds, rule, ruleSetVersion };
    await this.products.add(tx, { ...row, ...sealed, madeBy: actor.id, madeAt: at });
  }
}

/** Every accepted answer, and what the manager brought besides, each once. */
function everyRow(accepted: readonly EnvelopeToOpen[], brought: readonly EnvelopeToOpen[]): EnvelopeToOpen[] {
  const known = new Set(accepted.map(({ envelopeId }) => envelopeId));
  return [...accepted, ...brought.filter(({ envelopeId }) => !known.has(envelopeId))];
}

/** @throws CodedError SHARING.REPEATS_UNRELEASED: own words are no way round what was not released, nor round a wording that was */
function refuseRepeats(words: string, things: readonly Thing[], items: readonly Judged[]): void {
  const released = items.flatMap(({ thing, decision }) => JSON.stringify(thing.render(decision.redactions)));
  const all = things.flatMap((thing) => thing.words);
  if (!repeatsUnreleased(words, all, released)) return;
  throw new CodedError('SHARING.REPEATS_UNRELEASED', 422, 'Your words repeat something that is not released.', [
    { field: 'words', code: 'repeats_unreleased', message: 'Eight words running are those of an item not released' },
  ]);
}

function madeOf(
  { productId, itemIds }: MakeOutwardProduct,
  judged: readonly Judged[],
  letter: Judged | undefined,
  isToldNothing: boolean,
): OutwardProductMade {
  const ofItems = judged.filter((one) => one !== letter);
  const included = isToldNothing ? [] : ofItems.filter(isIncluded).map(({ thing }) => thing.itemId);
  const left = new Map(
    ofItems
      .filter(({ shownAs }) => shownAs !== 'absent')
      .map((one) => [
        one.thing.itemId,
        { ...reasonAsRead(one.decision), ...(one.open && { reviewId: one.open.reviewId }) },
      ]),
  );
  // What may not be known to exist reads as what does not exist: the asker named an id, and learns nothing by it.
  const unknown = { code: 'NOT_FOUND', sentence: 'There is no such item, or you may not see it.' };
  const leftOut = itemIds
    .filter((itemId) => !included.includes(itemId))
    .map((itemId) => ({ itemId, ...(left.get(itemId) ?? unknown) }));
  if (!isToldNothing) return { productId, state: 'made', included, leftOut };
  const state = letter?.decision.outcome === 'REVIEW' ? 'waiting_review' : 'refused';
  return { productId, state, included, leftOut, ...(letter && { reason: reasonAsRead(letter.decision) }) };
}
