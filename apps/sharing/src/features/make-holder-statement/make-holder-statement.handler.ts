import { authorise, type PersonActor } from '@mash/authorisation';
import type { MakeHolderStatement } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { renewalDue } from '../../holder/renewal-due';
import { OwnItems } from '../../holder/own-items';
import { StatementCheck } from '../../holder/statement-check';
import { StatementKeeper } from '../../holder/statement-keeper';
import { LettersAgain } from '../../products/letters-again';
import { ReleaseGate, type Admitted } from '../../releases/release-gate';

const ACTION = 'holder-statement.make';

/** An agency says of one item of its own what may become of it, without having been asked. The newest statement wins. */
@Injectable()
export class MakeHolderStatementHandler {
  constructor(
    private readonly gate: ReleaseGate,
    private readonly ownItems: OwnItems,
    private readonly check: StatementCheck,
    private readonly keeper: StatementKeeper,
    private readonly lettersAgain: LettersAgain,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws 404, audited, where the item is not of the actor's own agency; SHARING.STATEMENT_DOES_NOT_AGREE (422); SHARING.STATEMENT_REPEATED (409) */
  async execute(actor: PersonActor, posted: MakeHolderStatement): Promise<void> {
    const { enquiryId, itemId } = posted;
    const admitted = await this.admit(actor, enquiryId, itemId);
    const statement = await this.check.open(actor, posted);
    const letters = statement.facts.says === 'telling_cleared' ? await this.lettersAgain.load(enquiryId) : undefined;
    const at = this.clock.now();
    const renewedUntil = renewalDue(admitted.facts, at);
    await this.unitOfWork.run(async (tx) => {
      await this.keeper.keep(tx, actor, statement, { at, reviewId: null, renewedUntil });
      if (letters) await this.lettersAgain.decide(tx, actor, letters);
    });
  }

  private async admit(actor: PersonActor, enquiryId: string, itemId: string): Promise<Admitted> {
    const { partnershipId, agencyId: holderAgencyId } = actor;
    authorise(actor, 'make', { kind: 'HolderStatement', id: itemId, partnershipId, holderAgencyId });
    const admitted = await this.gate.admit(actor, enquiryId, ACTION);
    const own = await this.ownItems.find(actor, admitted, itemId);
    return own === undefined ? this.gate.refuse(actor, enquiryId, ACTION, 'NOT_OF_THE_HOLDER') : admitted;
  }
}
