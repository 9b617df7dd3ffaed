import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { newId, type OpenedProduct } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError, notFound } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { hubOf } from '../asking/line-matter';
import { AcceptedAnswers } from '../answers/accepted-answers';
import type { SharingDecision } from '../domain/decision';
import type { AcceptedSoFar } from '../domain/release/accepted-so-far';
import { isHubStaff } from '../domain/release/audiences';
import { ConditionAcceptances } from '../holder/condition-acceptances';
import { HolderStatements } from '../holder/holder-statements';
import { Ledger } from '../ledger/ledger';
import type { LedgerCall, LedgerLine } from '../ledger/ledger-line';
import { EnvelopeOpener, type Opened } from '../releases/envelope-opener';
import { ReleaseAudit } from '../releases/release-audit';
import { Identities, RECALLED } from '../recalls/identities';
import { ReleaseGate, type Admitted } from '../releases/release-gate';
import { ThingDecider } from '../releases/thing-decider';
import { feedbackMatters } from './feedback-matter';
import { HelpRefused, type RefusedSince } from './help-refused';
import { ItemsSinceStated, type Known, type ReadToday } from './items-since-stated';
import { outcomeOfLetter } from './letter-desk';
import { OutwardProductRepository, type OutwardProductRow } from './outward-product.repository';
import { ProductSeal } from './product-seal';
import { productUntilAccepted } from './product-until-accepted';
import { standsToProduct } from './stands-to-product';

const ACTION = 'outward-product.open';

/** Opens a product to those it is for: the team of the agency that the case went to, or the referrer the letter is for; and to the hub that made it. */
@Injectable()
export class OpenOutwardProductHandler {
  constructor(
    private readonly gate: ReleaseGate,
    private readonly products: OutwardProductRepository,
    private readonly productSeal: ProductSeal,
    private readonly acceptedAnswers: AcceptedAnswers,
    private readonly opener: EnvelopeOpener,
    private readonly statements: HolderStatements,
    private readonly acceptances: ConditionAcceptances,
    private readonly sinceStated: ItemsSinceStated,
    private readonly help: HelpRefused,
    private readonly identities: Identities,
    private readonly decider: ThingDecider,
    private readonly ledger: Ledger,
    private readonly audit: AuditTrail,
    private readonly releaseAudit: ReleaseAudit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws 404, audited, for everybody else, and while a letter is held; SHARING.PRODUCT_RECALLED (410), audited; SHARING.RELEASE_REPEATED
   *   (409); SEAL.* (422), audited and reported, where what lies there is not this product
   */
  async execute(actor: PersonActor, productId: string, releaseId: string): Promise<OpenedProduct> {
    const product = await this.products.find(productId);
    if (product?.partnershipId !== actor.partnershipId) return this.refuse(actor, productId, 'NOT_FOUND');
    const { enquiryId } = product;
    const admitted = await this.gate.admit(actor, enquiryId, ACTION);
    if (standsToProduct(product, actor, admitted) === undefined)
      return this.refuse(actor, productId, 'NOT_THE_RECIPIENT', enquiryId);
    const accepted = await this.acceptances.of(product, actor.id);
    const work = (tx: Tx) => this.open(tx, { actor, product, admitted, releaseId, accepted });
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
      accepted: AcceptedSoFar;
    },
  ): Promise<OpenedProduct | undefined> {
    const { actor, product, admitted, releaseId } = its;
    const { partnershipId, agencyId, id: accountId } = actor;
    const { enquiryId, productId } = product;
    const at = this.clock.now();
    const call: LedgerCall = { releaseId, partnershipId, enquiryId, accountId, agencyId, mode: 'onward', at };
    await this.ledger.claim(tx, call);
    await this.identities.refuseRecalled(tx, product, { agencyId, accountId });
    const [answers, statements] = await Promise.all([this.answersOf(admitted), this.statements.of(admitted.enquiry)]);
    const known: Known = { admitted, answers, statements, at };
    if (product.kind === 'letter' && (await this.isHeld(tx, actor, product, known))) return undefined;
    const sealed = await this.productSeal.open(product, product);
    const kept = await this.identities.withoutRecalled(tx, product, accountId, sealed, placesIn(answers));
    const today = await this.sinceStated.without(tx, product, kept, known);
    const refused = this.help.since(product, admitted);
    const opened = productUntilAccepted(this.help.without(today.opened, refused), its.accepted);
    const { id, version } = admitted.facts.decision.pack;
    await this.ledger.write(tx, {
      ...{ actor, call, lines: linesOf(product, admitted, actor, { refused, agreementsOf: agreementsIn(today) }) },
      audit: { action: ACTION, subject: { type: 'OutwardProduct', id: productId } },
      volumeLimit: loadPack(id, version).limits.volumeAlarmPeoplePerHour.value,
    });
    return opened;
  }

  /** Telling is decided again when it happens: an agency may have said "do not alert" since the letter was written. */
  private async isHeld(tx: Tx, actor: PersonActor, product: OutwardProductRow, known: Known): Promise<boolean> {
    const { audience, toAgencyId, purpose } = product;
    const { admitted, answers, statements } = known;
    const telling = { mode: 'onward', purpose, audience, toAgencyId, askedBy: product.madeBy } as const;
    const matters = feedbackMatters(admitted, answers, statements);
    const judged = await this.decider.decideAll(tx, admitted.facts, matters, telling);
    return outcomeOfLetter(judged) !== 'PERMIT' && !isHubStaff(admitted.audience) && actor.id !== product.madeBy;
  }

  private async answersOf({ enquiry }: Admitted): Promise<Opened[]> {
    const rows = await this.acceptedAnswers.of(enquiry.enquiryId);
    const tried = await this.opener.openAll(rows, enquiry);
    return tried.flatMap((one) => (one.kind === 'refused' ? [] : one));
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

/** The answer that an item lies in. */
function placesIn(
  answers: readonly Opened[],
): (itemId: string) => { envelopeId: string; requestId: string } | undefined {
  const byItem = answers.flatMap((one) =>
    one.kind === 'answer'
      ? one.facts.items.map(({ itemId }) => {
          const { envelopeId, ids } = one;
          return [itemId, { envelopeId, requestId: ids.requestId }] as const;
        })
      : [],
  );
  const places = new Map(byItem);
  return (itemId) => places.get(itemId);
}

/** The agreements under which what is shown of a person is read, each once: those of the making, or of today where an item was decided again. */
const agreementsIn =
  ({ opened, agreements }: ReadToday) =>
  (personId: string): string | null => {
    const items = opened.items.filter((item) => item.personId === personId);
    const refs = new Set(items.flatMap(({ itemId }) => agreements.get(itemId) ?? []));
    return refs.size === 0 ? null : [...refs].sort().join('; ');
  };

/** One line for each person whom the product is about: it was decided item by item when it was made. Of who refused since, nothing is shown. */
function linesOf(
  product: OutwardProductRow,
  { facts, audience }: Admitted,
  actor: PersonActor,
  { refused, agreementsOf }: { refused: RefusedSince; agreementsOf: (personId: string) => string | null },
): LedgerLine[] {
  return product.personIds.map((personId) => ({
    disclosureId: newId(),
    fromAgencyId: hubOf(facts.bodies),
    personId,
    ...{ audience, mode: 'onward', purpose: product.purpose, recipientAgencyId: actor.agencyId },
    ...outcomeOf(product, refused.get(personId)),
    ...{ agreementRef: refused.has(personId) ? null : agreementsOf(personId), sharingDecisionId: null },
  }));
}

function outcomeOf(
  { productId, kind, ...made }: OutwardProductRow,
  refused: SharingDecision | undefined,
): Pick<LedgerLine, 'outcome' | 'visibility' | 'rule' | 'ruleSetVersion' | 'sealed'> {
  const its = { itemId: productId, category: kind, lawfulBasis: [] };
  const { rule, ruleSetVersion } = made;
  if (refused === undefined)
    return {
      ...{ outcome: 'PERMIT', visibility: 'shown', rule, ruleSetVersion },
      sealed: { ...its, rule, reasons: ['OUTWARD_PRODUCT'] },
    };
  return {
    ...{ outcome: 'DENY', visibility: 'withheld', rule: refused.rule, ruleSetVersion: refused.version },
    sealed: { ...its, rule: refused.rule, reasons: refused.reasons },
  };
}
