import type { PersonActor } from '@mash/authorisation';
import type { EnvelopeToOpen, MakeOutwardProduct, OutwardProductMade } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { HIDDEN } from '../asking/ruling';
import { FactsAsTheyStand, type FactsNow } from '../asking/facts-as-they-stand';
import { NothingNewer, type RefuseNewer } from '../asking/nothing-newer';
import { AcceptedAnswers } from '../answers/accepted-answers';
import { CheckedAnswerRepository, type AcceptedPart } from '../answers/checked-answer.repository';
import { unreadOf, type UnreadAnswer } from '../answers/unread-answers';
import { decisionAsRead } from '../domain/decision';
import { purposeOfTelling } from '../domain/release/purposes';
import type { Pieces } from '../domain/release/texts-read-together';
import type { HolderStatement } from '../domain/holder/holder-statement';
import { HolderStatements } from '../holder/holder-statements';
import type { Unwrap } from '../keys/key-ring';
import { KeyStore } from '../keys/key-store';
import type { KeyRow } from '../keys/key.repository';
import { Ledger } from '../ledger/ledger';
import type { LedgerCall } from '../ledger/ledger-line';
import { AskedLinesFinder } from '../releases/asked-lines';
import { EnvelopeOpener, type NotOpened, type Opened } from '../releases/envelope-opener';
import { forItsRecipient } from '../releases/for-whoever-opens';
import { ledgerLineOf } from '../releases/ledger-line-of';
import { ReleaseAudit } from '../releases/release-audit';
import { ReleaseGate, type Admitted } from '../releases/release-gate';
import type { Judged, Telling } from '../releases/judge-thing';
import { ThingDecider, type Said } from '../releases/thing-decider';
import { thingsOf } from '../releases/things-of';
import type { Thing } from '../releases/thing';
import { asTheHubReads } from './as-the-hub-reads';
import { feedbackMatters } from './feedback-matter';
import { handoverMatters } from './handover-matter';
import { HelpRefused, reasonOf, type Refused } from './help-refused';
import { LetterDesk, outcomeOfLetter, staysBehind, stoppedBy } from './letter-desk';
import { OutwardProductRepository, type OutwardProductRow } from './outward-product.repository';
import { outwardItem, productContent, type ProductToKeep } from './product-content';
import { isIncluded, productMade } from './product-made';
import { onlyThePacksLetter } from './only-the-packs-letter';
import { ProductSeal } from './product-seal';
import { addressed, checkRecipient } from './recipient-of-product';
import { refuseRepeats, saidIn } from './refuse-repeats';

const ACTION = 'outward-product.make';
const isOpened = (one: Opened | NotOpened): one is Opened => one.kind !== 'refused';

interface Opening {
  readonly actor: PersonActor;
  readonly product: ProductToKeep;
  readonly admitted: Admitted;
  readonly opened: readonly Opened[];
  readonly refused: readonly NotOpened[];
  /** What was accepted by then. */
  readonly parts: readonly AcceptedPart[];
  readonly unread: readonly UnreadAnswer[];
  /** Had before the transaction: its keys, and the one that the product is sealed to. */
  readonly unwrap: Unwrap;
  readonly caseKey: KeyRow;
  readonly telling: Telling;
  readonly at: Date;
}

/** With what its transaction decides on: what holders have stated, and the things with it. */
interface Making extends Opening {
  readonly statements: readonly HolderStatement[];
  readonly things: readonly Thing[];
  readonly facts: FactsNow;
  readonly said: Said;
}

/** What was put together for this recipient earlier. */
interface Before {
  readonly words: readonly Pieces[];
  /** What waits still about one of those whom it was asked for. What this is about when it is kept never goes. */
  readonly replaced: readonly OutwardProductRow[];
}

/** Of the whole, and of each item. */
interface Decided {
  readonly whole: Judged[];
  readonly items: Judged[];
  /** Items go by an override though the words may not: about whom those are refused. */
  readonly itemsAlone?: Refused;
}

/** Puts together what leaves the hub: permitted items in the wording that may go, and the manager's own words. Nothing else can get in. */
@Injectable()
export class MakeOutwardProductHandler {
  constructor(
    private readonly gate: ReleaseGate,
    private readonly opener: EnvelopeOpener,
    private readonly checked: CheckedAnswerRepository,
    private readonly acceptedAnswers: AcceptedAnswers,
    private readonly askedLines: AskedLinesFinder,
    private readonly decider: ThingDecider,
    private readonly standing: FactsAsTheyStand,
    private readonly newer: NothingNewer,
    private readonly ledger: Ledger,
    private readonly releaseAudit: ReleaseAudit,
    private readonly statements: HolderStatements,
    private readonly keyStore: KeyStore,
    private readonly letters: LetterDesk,
    private readonly help: HelpRefused,
    private readonly products: OutwardProductRepository,
    private readonly productSeal: ProductSeal,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 audited; SHARING.MANAGERS_ONLY (403); SHARING.REPEATS_UNRELEASED, SHARING.ONLY_THE_PACKS_LETTER (422); SHARING.RELEASE_REPEATED (409) */
  execute(actor: PersonActor, product: MakeOutwardProduct): Promise<OutwardProductMade> {
    return this.newer.on((refuseNewer) => this.putTogether(actor, product, refuseNewer));
  }

  private async putTogether(
    actor: PersonActor,
    wanted: MakeOutwardProduct,
    refuseNewer: RefuseNewer,
  ): Promise<OutwardProductMade> {
    const { productId, enquiryId } = wanted;
    const admitted = forItsRecipient(await this.gate.admit(actor, enquiryId, ACTION));
    if (admitted.audience !== 'hub_manager')
      throw new CodedError('SHARING.MANAGERS_ONLY', 403, 'Only a hub manager puts outward products together.');
    const product = addressed(wanted, admitted);
    checkRecipient(product, admitted);
    onlyThePacksLetter(product, admitted);
    const opening = await this.open(actor, product, admitted);
    const work = (tx: Tx) => this.make(tx, opening, refuseNewer);
    return this.unitOfWork.run(work).catch(this.releaseAudit.noteRefused(actor, enquiryId, productId));
  }

  private async open(actor: PersonActor, product: MakeOutwardProduct, admitted: Admitted): Promise<Opening> {
    const parts = await this.checked.partsOf(product.enquiryId);
    const [accepted, earlier] = await Promise.all([
      this.acceptedAnswers.of(product.enquiryId),
      this.products.kidsTo(product),
    ]);
    const rows = everyRow(accepted, product.envelopes);
    const [unwrap, caseKey] = await Promise.all([
      this.opener.keysOf(rows, admitted.enquiry, earlier),
      this.keyStore.makeForCase(actor.partnershipId, product.enquiryId),
    ]);
    const tried = await this.opener.openAll(rows, admitted.enquiry, undefined, unwrap);
    const { audience, toAgencyId, purpose: stated } = product;
    const purpose = purposeOfTelling(audience, admitted.facts.decision.threshold);
    const telling: Telling = { mode: 'onward', purpose, stated, audience, toAgencyId, askedBy: actor.id };
    const [opened, at] = [tried.filter(isOpened), this.clock.now()];
    const refused = tried.filter((one) => !isOpened(one));
    const unread = unreadOf(parts, opened);
    return { actor, product, admitted, opened, refused, parts, unread, unwrap, caseKey, telling, at };
  }

  /** What may have changed since it was opened: whoever refuses while it waits is heard. */
  private async asItStands(tx: Tx, opening: Opening): Promise<Making> {
    const { admitted, opened, telling, unwrap, at } = opening;
    const asked = await this.askedLines.of(admitted.enquiry.enquiryId, tx);
    const facts = await this.standing.of(tx, admitted.facts);
    const statements = await this.statements.of(admitted.enquiry, tx, unwrap);
    const things = thingsOf(opened, { admitted, telling, asked, statements, now: at });
    const said = await this.decider.whatWasSaid(tx, facts, telling, unwrap);
    return { ...opening, facts, statements, things, said };
  }

  /** What was said to this recipient earlier: read where nobody else can be writing to them, or two at once would split a sentence. */
  private async before(tx: Tx, { product, unwrap }: Opening): Promise<Before> {
    const earlier = await this.products.earlierTo(tx, product);
    const words = await Promise.all(earlier.map(async (row) => saidIn(await this.productSeal.open(row, row, unwrap))));
    return { words, replaced: await this.letters.replacedBy(tx, product) };
  }

  private async make(tx: Tx, opening: Opening, refuseNewer: RefuseNewer): Promise<OutwardProductMade> {
    const { actor, product, admitted, telling, at } = opening;
    const { productId, enquiryId } = product;
    const { partnershipId, agencyId, id: accountId } = actor;
    const call: LedgerCall = {
      ...{ releaseId: productId, partnershipId, enquiryId, accountId, agencyId, mode: 'onward', at },
    };
    await this.ledger.claim(tx, call);
    await refuseNewer(tx, { facts: admitted.facts, accepted: opening.parts });
    const before = await this.before(tx, opening);
    const making = await this.asItStands(tx, opening);
    const decided = await this.decide(tx, making);
    const isRefused = outcomeOfLetter(decided.whole) === 'DENY';
    const { whole, items } = isRefused ? refusedAsAWhole(decided) : decided;
    const kept = withoutWords(making, decided);
    const replaced = isRefused ? [] : await this.keep(tx, kept, { letter: whole, items, before });
    await this.announceGone(tx, kept, { whole, items });
    const { refused } = opening;
    await this.releaseAudit.refusedEnvelopes(tx, { actor, enquiryId, refused, place: 'product' });
    const subject = { type: 'OutwardProduct', id: productId };
    const { id, version } = admitted.facts.decision.pack;
    await this.ledger.write(tx, {
      ...{
        actor,
        call,
        lines: [...toldOf(product, whole), ...items].map((one) => ledgerLineOf(one, telling, making.facts)),
      },
      audit: { action: ACTION, subject, outcome: isRefused ? 'refused' : 'done', purpose: product.purpose },
      volumeLimit: loadPack(id, version).limits.volumeAlarmPeoplePerHour.value,
    });
    const made = productMade(kept.product, { items, letter: whole });
    return replaced.length > 0 && product.kind === 'handover' ? { ...made, takesBack: true } : made;
  }

  /** Whether it may go at all, as far as that is decided of all of it, and each item that the manager wants in. */
  private async decide(tx: Tx, making: Making): Promise<Decided> {
    const { product, things, telling, facts, said } = making;
    const wanted = things.filter(({ kind, itemId }) => kind === 'item' && product.itemIds.includes(itemId));
    const matters = mattersOf(making);
    const stopped = product.kind === 'handover' ? await this.againstRefusal(tx, making, matters, wanted) : 'nothing';
    if (stopped !== 'nothing' && 'whole' in stopped) return stopped;
    const whole = stopped === 'nothing' ? matters : [];
    const decided = await this.decider.decideAll(tx, facts, [...whole, ...wanted], telling, said);
    const judged = decided.map(asTheHubReads);
    const alone = stopped === 'nothing' ? {} : { itemsAlone: stopped };
    return { whole: judged.slice(0, whole.length), items: judged.slice(whole.length), ...alone };
  }

  /**
   * Where the rules refuse the words about somebody, no handover is made, and nobody is asked about its items. An item that a manager's override lets
   * go goes all the same, and alone: nothing is said with it, of nobody.
   */
  private async againstRefusal(
    tx: Tx,
    { product, telling, facts, said, unwrap }: Making,
    matters: readonly Thing[],
    wanted: readonly Thing[],
  ): Promise<Decided | Refused | 'nothing'> {
    const refused = await this.help.of(tx, madeNow(product, facts), telling, { facts, unwrap });
    if (refused.size === 0) return 'nothing';
    const items = await this.decider.refusedAsTheyStand(tx, facts, wanted, telling, unwrap);
    if (items.some((one) => isIncluded(one) && refused.has(one.thing.personId))) return refused;
    const words = matters.filter(({ personId }) => refused.has(personId));
    const whole = await this.decider.decideAll(tx, facts, words, telling, said);
    return { whole: whole.map(asTheHubReads), items: items.map(asTheHubReads) };
  }

  /**
   * A letter or a handover that waits is kept too, and opens to nobody outside until it may go. Of a handover that goes there is nothing to wait for.
   * One that waits still about the same people is taken back: whoever answered for it would let go what nobody means to send any more.
   * @returns what was taken back
   */
  private async keep(
    tx: Tx,
    making: Making,
    { letter, items, before }: { letter: readonly Judged[]; items: readonly Judged[]; before: Before },
  ): Promise<readonly OutwardProductRow[]> {
    const { product, opened, things, actor, facts } = making;
    const included = items.filter(isIncluded);
    refuseRepeats(product, { opened, things, included, before: before.words });
    // What goes alone is about fewer people than were named: it takes no place of what is about the others.
    const isAboutIt = ({ personIds }: OutwardProductRow) => personIds.some((id) => product.personIds.includes(id));
    const replaced = before.replaced.filter(isAboutIt);
    const takesPlaceOf = replaced.map(({ productId }) => productId);
    const row = await this.seal(tx, making, { items: included, deciding: letter[0] ?? included[0], takesPlaceOf });
    await this.letters.stop(tx, actor, replaced, product.productId);
    if (letter.length === 0 || (product.kind === 'handover' && outcomeOfLetter(letter) === 'PERMIT')) return replaced;
    await this.letters.announce(tx, { letter: row, judged: letter, facts, actor });
    return replaced;
  }

  /** A handover that goes at once; where its items go alone, by what let the first of them go. */
  private async announceGone(
    tx: Tx,
    { product, actor, facts }: Making,
    { whole, items }: Pick<Decided, 'whole' | 'items'>,
  ): Promise<void> {
    const deciding = whole[0] ?? items.find(isIncluded);
    if (product.kind !== 'handover' || deciding === undefined || outcomeOfLetter(whole) !== 'PERMIT') return;
    const handover = { ...product, partnershipId: actor.partnershipId, madeBy: actor.id };
    await this.letters.announceGone(tx, { handover, deciding, facts, actor });
  }

  private async seal(
    tx: Tx,
    opening: Opening,
    its: { items: readonly Judged[]; deciding: Judged | undefined; takesPlaceOf: string[] },
  ): Promise<OutwardProductRow> {
    const { items, deciding, takesPlaceOf } = its;
    const { product, admitted, at, actor, caseKey: key } = opening;
    const { productId, enquiryId, kind, audience, toAgencyId, personIds } = product;
    const { purpose } = opening.telling;
    const where = { productId, partnershipId: actor.partnershipId, enquiryId, toAgencyId };
    const outward = items.map((one) => outwardItem(one, admitted.facts.bodies));
    const sealed = await this.productSeal.seal(tx, where, { key, content: productContent(product, outward, at), at });
    const rule = deciding === undefined ? 'OWN_WORDS' : (decisionAsRead(deciding.decision, 'other')?.rule ?? HIDDEN);
    const ruleSetVersion = deciding?.decision.version ?? 'none';
    const row = { ...where, kind, audience, purpose, personIds, takesPlaceOf, rule, ruleSetVersion, ...sealed };
    const made: OutwardProductRow = { ...row, madeBy: actor.id, madeAt: at };
    await this.products.add(tx, made);
    return made;
  }
}

/** Whom its people's ids mean is what the roster says now. */
const madeNow = (product: ProductToKeep, { intake }: FactsNow) => ({ ...product, madeAt: new Date(intake.asOf) });

/** The whole of it, as things to decide: telling the referrer, or the words and names of a handover. */
function mattersOf({ product, admitted, opened, unread, statements, facts }: Making): Thing[] {
  if (product.kind === 'handover') return handoverMatters(madeNow(product, facts), facts);
  return feedbackMatters(product, { ...admitted, facts }, opened, statements, unread);
}

/**
 * Items that go by an override go alone, and it is about nobody but those whom they are about. Words and names were decided of nobody: what is not in
 * it no later day opens.
 */
function withoutWords(making: Making, { itemsAlone, items }: Decided): Making {
  const wordsLeftOut = itemsAlone && reasonOf(making.product, itemsAlone);
  if (wordsLeftOut === undefined) return making;
  const personIds = [...new Set(items.filter(isIncluded).map(({ thing }) => thing.personId))];
  return { ...making, product: { ...making.product, words: '', people: [], personIds, wordsLeftOut } };
}

/** The words of a handover are told when it is opened, and then in the ledger: whoever wrote them has learnt nothing by it. */
const toldOf = ({ kind }: MakeOutwardProduct, whole: readonly Judged[]): readonly Judged[] =>
  kind === 'letter' ? whole : whole.filter(({ shownAs }) => shownAs !== 'shown');

/** Nothing of it goes: the ledger says so of each part, also of what could have gone alone. */
function refusedAsAWhole({ whole, items }: Decided): Decided {
  const stopped = stoppedBy(whole);
  return { whole: staysBehind(whole, stopped), items: staysBehind(items, stopped) };
}

/** Every accepted answer, and what the manager brought besides, each once. */
function everyRow(accepted: readonly EnvelopeToOpen[], brought: readonly EnvelopeToOpen[]): EnvelopeToOpen[] {
  const known = new Set(accepted.map(({ envelopeId }) => envelopeId));
  return [...accepted, ...brought.filter(({ envelopeId }) => !known.has(envelopeId))];
}
