import { authorise, type PersonActor } from '@mash/authorisation';
import type { HolderItem, OpenHolderItem } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError, notFound } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { SharingDecisionRepository, type DecisionRow } from '../../asking/sharing-decision.repository';
import { holderItemOf } from '../../holder/holder-item-of';
import { HolderStatements } from '../../holder/holder-statements';
import { isBarred, ownItemLine } from '../../holder/own-item-line';
import { OwnItems, type OwnItem } from '../../holder/own-items';
import { WouldRead } from '../../holder/would-read';
import type { Unwrap } from '../../keys/key-ring';
import { Ledger } from '../../ledger/ledger';
import type { LedgerCall } from '../../ledger/ledger-line';
import { IdentityStatementRepository } from '../../recalls/identity-statement.repository';
import { ReleaseAudit } from '../../releases/release-audit';
import { ReleaseGate, type Admitted } from '../../releases/release-gate';
import { ReviewDesk } from '../../reviews/review-desk';

const ACTION = 'holder-item.open';

/** An agency reads its own item, as it was written, before it decides about it. It is no disclosure, and in the ledger all the same. */
@Injectable()
export class OpenHolderItemHandler {
  constructor(
    private readonly gate: ReleaseGate,
    private readonly ownItems: OwnItems,
    private readonly statements: HolderStatements,
    private readonly identities: IdentityStatementRepository,
    private readonly decisions: SharingDecisionRepository,
    private readonly wouldRead: WouldRead,
    private readonly ledger: Ledger,
    private readonly releaseAudit: ReleaseAudit,
    private readonly reviewDesk: ReviewDesk,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws 404, audited, where the item is not of the actor's agency; SHARING.ITEM_BARRED (403); SHARING.RELEASE_REPEATED (409) */
  async execute(actor: PersonActor, asked: OpenHolderItem): Promise<HolderItem> {
    const { enquiryId, itemId, releaseId } = asked;
    authorise(actor, 'read', await this.reviewDesk.subjectOfStatement(actor, itemId));
    const admitted = await this.gate.admit(actor, enquiryId, ACTION);
    const found = await this.ownItems.find(actor, admitted, itemId);
    if (found === undefined) return this.gate.refuse(actor, enquiryId, ACTION, 'NOT_OF_THE_HOLDER');
    if (isBarred(found.own)) await this.refuseBarred(actor, asked);
    const review = await this.askedIn(actor, asked);
    const work = (tx: Tx) => this.open(tx, { actor, asked, admitted, ...found, review });
    return this.unitOfWork.run(work).catch(this.releaseAudit.noteRefused(actor, enquiryId, releaseId));
  }

  private async open(
    tx: Tx,
    its: {
      actor: PersonActor;
      asked: OpenHolderItem;
      admitted: Admitted;
      own: OwnItem;
      unwrap: Unwrap;
      review: DecisionRow | undefined;
    },
  ): Promise<HolderItem> {
    const { actor, asked, admitted, own, unwrap, review } = its;
    const { partnershipId, agencyId, id: accountId } = actor;
    const { releaseId, enquiryId, itemId } = asked;
    const at = this.clock.now();
    const call: LedgerCall = { releaseId, partnershipId, enquiryId, accountId, agencyId, mode: 'content', at };
    await this.ledger.claim(tx, call);
    const statements = await this.statements.of(admitted.enquiry, tx, unwrap);
    const identities = await this.identities.ofEnquiry(admitted.enquiry.enquiryId, tx);
    const { id, version } = admitted.facts.decision.pack;
    await this.ledger.write(tx, {
      ...{ actor, call, lines: [ownItemLine(own, actor, review)] },
      audit: { action: ACTION, subject: { type: 'HolderItem', id: itemId } },
      volumeLimit: loadPack(id, version).limits.volumeAlarmPeoplePerHour.value,
    });
    const recipient = review && (await this.wouldRead.of(own, { admitted, review, statements, at }));
    return holderItemOf(own, statements, { at, identities, recipient });
  }

  /** What a REVIEW or a task about this very item would tell whom; another item's, or another agency's, tells nothing. */
  private async askedIn(actor: PersonActor, asked: OpenHolderItem): Promise<DecisionRow | undefined> {
    const { sharingDecisionId, itemId } = asked;
    if (sharingDecisionId === undefined) return undefined;
    const decision = await this.decisions.find(sharingDecisionId);
    const isItsOwn = decision?.aboutId === itemId && decision.fromAgencyId === actor.agencyId;
    if (!isItsOwn) throw notFound('SharingDecision');
    return decision;
  }

  private async refuseBarred(actor: PersonActor, { enquiryId, itemId }: OpenHolderItem): Promise<never> {
    await this.gate.note(
      actor,
      { type: 'HolderItem', id: itemId },
      { enquiryId, action: ACTION, reasonCode: 'BARRED' },
    );
    throw new CodedError('SHARING.ITEM_BARRED', 403, 'A law bars this item: somebody else has to decide first.');
  }
}
