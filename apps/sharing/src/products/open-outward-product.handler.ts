import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { OpenedProduct } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError, notFound } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { FactsAsTheyStand } from '../asking/facts-as-they-stand';
import { NothingNewer, type RefuseNewer } from '../asking/nothing-newer';
import { AcceptedAnswers } from '../answers/accepted-answers';
import { CheckedAnswerRepository, type AcceptedPart } from '../answers/checked-answer.repository';
import { liesIn } from '../answers/lies-in';
import { unreadOf } from '../answers/unread-answers';
import type { AcceptedSoFar } from '../domain/release/accepted-so-far';
import { isHubStaff } from '../domain/release/audiences';
import { ConditionAcceptances } from '../holder/condition-acceptances';
import { HolderStatements } from '../holder/holder-statements';
import { Ledger } from '../ledger/ledger';
import type { LedgerCall, LedgerLine } from '../ledger/ledger-line';
import { EnvelopeOpener } from '../releases/envelope-opener';
import { ReleaseAudit } from '../releases/release-audit';
import { Identities, RECALLED } from '../recalls/identities';
import { ReleaseGate, type Admitted } from '../releases/release-gate';
import { EVERYBODY_NAMED, NamedToReader, type Naming } from '../register/named-to-reader';
import { ThingDecider } from '../releases/thing-decider';
import { feedbackMatters } from './feedback-matter';
import { HelpRefused, NOBODY_REFUSED, type Refused } from './help-refused';
import { ItemsSinceStated, type Known, type ReadToday } from './items-since-stated';
import { outcomeOfLetter } from './letter-desk';
import { PlacesOfProduct } from './places-of-product';
import { OutwardProductRepository, type OutwardProductRow } from './outward-product.repository';
import { tellingOf, tellingTo } from './telling-of-product';
import { productLines } from './product-lines';
import { ProductSeal } from './product-seal';
import { productUntilAccepted } from './product-until-accepted';
import { ReadByAnother } from './read-by-another';
import { standsToProduct, type Standing } from './stands-to-product';

const ACTION = 'outward-product.open';

/** What agencies answered, as it can be read now. */
type Answered = Pick<Known, 'answers' | 'unread' | 'unwrap'> & {
  readonly liesIn: ReturnType<typeof liesIn>;
  readonly parts: readonly AcceptedPart[];
};

/** Opens a product to those it is for: the team of the agency that the case went to, or the referrer the letter is for; and to the hub that made it. */
@Injectable()
export class OpenOutwardProductHandler {
  constructor(
    private readonly gate: ReleaseGate,
    private readonly products: OutwardProductRepository,
    private readonly productSeal: ProductSeal,
    private readonly checked: CheckedAnswerRepository,
    private readonly acceptedAnswers: AcceptedAnswers,
    private readonly opener: EnvelopeOpener,
    private readonly statements: HolderStatements,
    private readonly acceptances: ConditionAcceptances,
    private readonly sinceStated: ItemsSinceStated,
    private readonly help: HelpRefused,
    private readonly byAnother: ReadByAnother,
    private readonly named: NamedToReader,
    private readonly places: PlacesOfProduct,
    private readonly identities: Identities,
    private readonly decider: ThingDecider,
    private readonly standing: FactsAsTheyStand,
    private readonly newer: NothingNewer,
    private readonly ledger: Ledger,
    private readonly audit: AuditTrail,
    private readonly releaseAudit: ReleaseAudit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws 404, audited, for everybody else, and while a letter is held or a handover waits; SHARING.PRODUCT_RECALLED (410), audited; SHARING.RELEASE_REPEATED
   *   (409); SEAL.* (422), audited and reported, where what lies there is not this product
   */
  execute(actor: PersonActor, productId: string, releaseId: string): Promise<OpenedProduct> {
    return this.newer.on((refuseNewer) => this.openFor(actor, productId, { releaseId, refuseNewer }));
  }

  private async openFor(
    actor: PersonActor,
    productId: string,
    call: { releaseId: string; refuseNewer: RefuseNewer },
  ): Promise<OpenedProduct> {
    const { releaseId } = call;
    const product = await this.products.find(productId);
    if (product?.partnershipId !== actor.partnershipId) return this.refuse(actor, productId, 'NOT_FOUND');
    const { enquiryId } = product;
    const admitted = await this.gate.admit(actor, enquiryId, ACTION);
    const standing = standsToProduct(product, actor, admitted);
    if (standing === undefined) return this.refuse(actor, productId, 'NOT_THE_RECIPIENT', enquiryId);
    const accepted = await this.acceptances.of(product, actor.id);
    const naming = standing === 'recipient' ? EVERYBODY_NAMED : await this.named.in(actor, [admitted.enquiry]);
    // Fetched before consent is held: whoever states something of it waits for no other service.
    const answers = await this.answersOf(admitted, product);
    const work = (tx: Tx) =>
      this.open(tx, { actor, product, admitted, ...call, standing, accepted, naming, ...answers });
    const opened = await this.unitOfWork
      .run(work)
      .catch(this.releaseAudit.noteUnopenable(actor, { enquiryId, envelopeId: productId, place: 'product' }, ACTION))
      .catch(this.releaseAudit.noteRefused(actor, enquiryId, releaseId))
      .catch(this.noteRecalled(actor, product));
    return opened ?? this.refuse(actor, productId, 'HELD', enquiryId);
  }

  private async open(
    tx: Tx,
    its: {
      actor: PersonActor;
      product: OutwardProductRow;
      admitted: Admitted;
      releaseId: string;
      refuseNewer: RefuseNewer;
      standing: Standing;
      accepted: AcceptedSoFar;
      naming: Naming;
    } & Answered,
  ): Promise<OpenedProduct | undefined> {
    const { actor, product, releaseId, answers, unread, unwrap, liesIn } = its;
    const { partnershipId, agencyId, id: accountId } = actor;
    const { enquiryId, productId } = product;
    const at = this.clock.now();
    const call: LedgerCall = { releaseId, partnershipId, enquiryId, accountId, agencyId, mode: 'onward', at };
    await this.ledger.claim(tx, call);
    await its.refuseNewer(tx, { facts: its.admitted.facts, accepted: its.parts });
    const admitted = { ...its.admitted, facts: await this.standing.of(tx, its.admitted.facts) };
    const { intake } = admitted.facts;
    await this.identities.refuseRecalled(tx, product, { agencyId, accountId }, intake);
    const statements = await this.statements.of(admitted.enquiry, tx, unwrap);
    const known: Known = { admitted, answers, unread, unwrap, statements, at };
    if (await this.isHeld(tx, its, known)) return undefined;
    const sealed = await this.productSeal.open(product, product, unwrap);
    const kept = await this.identities.withoutRecalled(tx, product, { accountId, intake }, sealed, liesIn);
    const alsoAbout = kept.items.map(({ personId }) => personId);
    const about = { facts: admitted.facts, alsoAbout, unwrap };
    const refused = await this.help.since(tx, product, tellingOf(product), about);
    const today = await this.sinceStated.without(tx, product, kept, { ...known, refused });
    const read = await this.asReadBy(tx, product, today, { ...its, known, refused });
    const { id, version } = admitted.facts.decision.pack;
    await this.ledger.write(tx, {
      ...{ actor, call, lines: read.lines },
      audit: { action: ACTION, subject: { type: 'OutwardProduct', id: productId } },
      volumeLimit: loadPack(id, version).limits.volumeAlarmPeoplePerHour.value,
    });
    return productUntilAccepted(read.opened, its.accepted);
  }

  /** For its recipient as it was decided for them; for anybody else who may open it each item is decided anew. */
  private async asReadBy(
    tx: Tx,
    product: OutwardProductRow,
    today: ReadToday,
    its: {
      actor: PersonActor;
      standing: Standing;
      accepted: AcceptedSoFar;
      naming: Naming;
      known: Known;
      refused: Refused;
    },
  ): Promise<{ opened: OpenedProduct; lines: LedgerLine[] }> {
    const { actor, standing, refused } = its;
    const { admitted, unwrap } = its.known;
    const to = { telling: tellingTo(product, its, admitted), facts: admitted.facts };
    if (standing === 'recipient')
      return {
        opened: this.places.without(this.help.without(today.opened, product, refused), product, to),
        // What they have not accepted shows nothing yet: the line rests on nothing of it.
        lines: productLines(product, admitted, actor, {
          refused,
          today: { ...today, opened: productUntilAccepted(today.opened, its.accepted) },
        }),
      };
    const whole = productLines(product, admitted, actor, { refused: NOBODY_REFUSED });
    const { opened, lines } = await this.byAnother.of(tx, product, today.opened, {
      ...its,
      standing,
      telling: to.telling,
    });
    const isWaiting = product.kind === 'handover' && (await this.products.isWaiting(tx, product.productId));
    const [telling, known] = [tellingOf(product), { facts: admitted.facts, unwrap }];
    const waitsFor = isWaiting ? await this.help.waitsFor(tx, product, telling, known) : undefined;
    const read =
      standing === 'hub'
        ? this.help.asTheHubReads(opened, product, refused, waitsFor)
        : this.help.without(opened, product, refused);
    return { opened: this.places.without(read, product, to), lines: [...whole, ...lines] };
  }

  /**
   * A handover that waits for a human is not there yet, and one that never goes is not there. Telling the referrer is decided again when it happens: an agency may have said "do not
   * alert" since the letter was written.
   */
  private async isHeld(
    tx: Tx,
    { actor, product, standing }: { actor: PersonActor; product: OutwardProductRow; standing: Standing },
    known: Known,
  ): Promise<boolean> {
    const { admitted, answers, unread, unwrap, statements } = known;
    const isStopped = await this.products.isStopped(tx, product.productId);
    if (product.kind === 'handover')
      return standing !== 'hub' && (isStopped || (await this.products.isWaiting(tx, product.productId)));
    const isOfHub = isHubStaff(admitted.audience) || actor.id === product.madeBy;
    // Nobody is asked anything for one that never goes.
    if (isStopped) return !isOfHub;
    const telling = tellingOf(product);
    const matters = feedbackMatters(product, admitted, answers, statements, unread);
    const said = await this.decider.whatWasSaid(tx, admitted.facts, telling, unwrap);
    const judged = await this.decider.decideAll(tx, admitted.facts, matters, telling, said);
    return outcomeOfLetter(judged) !== 'PERMIT' && !isOfHub;
  }

  private async answersOf({ enquiry }: Admitted, { kid }: OutwardProductRow): Promise<Answered> {
    const parts = await this.checked.partsOf(enquiry.enquiryId);
    const rows = await this.acceptedAnswers.of(enquiry.enquiryId);
    const unwrap = await this.opener.keysOf(rows, enquiry, [kid]);
    const tried = await this.opener.openAll(rows, enquiry, undefined, unwrap);
    const answers = tried.flatMap((one) => (one.kind === 'refused' ? [] : one));
    return { answers, unread: unreadOf(parts, answers), liesIn: liesIn(parts, answers), unwrap, parts };
  }

  private noteRecalled(actor: PersonActor, { productId: id, enquiryId }: OutwardProductRow) {
    return async (error: unknown): Promise<never> => {
      if (!(error instanceof CodedError) || error.code !== RECALLED) throw error;
      const subject = { type: 'OutwardProduct', id };
      const entry = { actor, action: ACTION, subject, enquiryId, outcome: 'refused' } as const;
      await this.audit.recordRead({ ...entry, reasonCode: RECALLED });
      throw error;
    };
  }

  private async refuse(actor: PersonActor, id: string, reasonCode: string, enquiryId?: string): Promise<never> {
    const subject = { type: 'OutwardProduct', id };
    const entry = { actor, action: ACTION, subject, ...(enquiryId !== undefined && { enquiryId }) };
    await this.audit.recordRead({ ...entry, outcome: 'refused', reasonCode });
    throw notFound('OutwardProduct');
  }
}
