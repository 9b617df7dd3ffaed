import { authorise, can, type PersonActor } from '@mash/authorisation';
import type { OpenOwnItems, OwnItemsOpened } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { holderItemOf } from '../../holder/holder-item-of';
import { HolderStatements } from '../../holder/holder-statements';
import { isBarred, ownItemLine } from '../../holder/own-item-line';
import { OwnItems, type OwnItem } from '../../holder/own-items';
import type { Unwrap } from '../../keys/key-ring';
import { Ledger } from '../../ledger/ledger';
import type { LedgerCall } from '../../ledger/ledger-line';
import { DetrimentAuthorRepository } from '../../register/detriment-author.repository';
import { IdentityStatementRepository } from '../../recalls/identity-statement.repository';
import { ReleaseAudit } from '../../releases/release-audit';
import { ReleaseGate, type Admitted } from '../../releases/release-gate';
import { ReviewDesk } from '../../reviews/review-desk';

const ACTION = 'holder-item.open-own';

/** An agency reads what it has answered in an enquiry, and what stands of it today. It is no disclosure, and in the ledger all the same. */
@Injectable()
export class OpenOwnItemsHandler {
  constructor(
    private readonly gate: ReleaseGate,
    private readonly ownItems: OwnItems,
    private readonly statements: HolderStatements,
    private readonly identities: IdentityStatementRepository,
    private readonly authors: DetrimentAuthorRepository,
    private readonly ledger: Ledger,
    private readonly releaseAudit: ReleaseAudit,
    private readonly reviewDesk: ReviewDesk,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws 404, audited, where the agency has answered nothing there, or not this item; SHARING.RELEASE_REPEATED (409) */
  async execute(actor: PersonActor, asked: OpenOwnItems): Promise<OwnItemsOpened> {
    const { enquiryId, itemId, releaseId } = asked;
    authorise(actor, 'read', await this.reviewDesk.subjectOfStatement(actor, itemId ?? 'own'));
    const admitted = await this.gate.admit(actor, enquiryId, ACTION);
    const all = await this.ownItems.all(actor, admitted);
    const own = itemId === undefined ? all?.items : all?.items.filter(({ item }) => item.itemId === itemId);
    if (all === undefined || own === undefined || (itemId !== undefined && own.length === 0))
      return this.gate.refuse(actor, enquiryId, ACTION, 'NOT_OF_THE_HOLDER');
    const work = (tx: Tx) => this.open(tx, { actor, asked, admitted, own, unwrap: all.unwrap });
    return this.unitOfWork.run(work).catch(this.releaseAudit.noteRefused(actor, enquiryId, releaseId));
  }

  private async open(
    tx: Tx,
    its: { actor: PersonActor; asked: OpenOwnItems; admitted: Admitted; own: readonly OwnItem[]; unwrap: Unwrap },
  ): Promise<OwnItemsOpened> {
    const { actor, asked, admitted, own, unwrap } = its;
    const { partnershipId, agencyId, id: accountId } = actor;
    const { releaseId, enquiryId } = asked;
    const at = this.clock.now();
    const call: LedgerCall = { releaseId, partnershipId, enquiryId, accountId, agencyId, mode: 'content', at };
    await this.ledger.claim(tx, call);
    const statements = await this.statements.of(admitted.enquiry, tx, unwrap);
    const identities = await this.identities.ofEnquiry(admitted.enquiry.enquiryId, tx);
    const readable = own.filter((one) => !isBarred(one));
    const { id, version } = admitted.facts.decision.pack;
    await this.ledger.write(tx, {
      ...{ actor, call, lines: readable.map((one) => ownItemLine(one, actor)) },
      audit: { action: ACTION, subject: { type: 'Enquiry', id: enquiryId } },
      volumeLimit: loadPack(id, version).limits.volumeAlarmPeoplePerHour.value,
    });
    return {
      items: readable.map((one) => holderItemOf(one, statements, { at, identities })),
      barred: own.length - readable.length,
      ...(await this.mayDo(tx, actor)),
      recipients: admitted.facts.bodies.map((body) => body.agencyId).filter((one) => one !== agencyId),
    };
  }

  private async mayDo(tx: Tx, actor: PersonActor): Promise<Pick<OwnItemsOpened, 'maySpeak' | 'recordsDetriment'>> {
    const authors = await this.authors.standing(actor.partnershipId, tx);
    return {
      maySpeak: can(actor, 'make', await this.reviewDesk.subjectOfStatement(actor, 'own')),
      recordsDetriment: authors.some((one) => one.agencyId === actor.agencyId && one.accountId === actor.id),
    };
  }
}
