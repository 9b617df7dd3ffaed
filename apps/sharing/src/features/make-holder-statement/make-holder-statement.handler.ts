import { authorise, isRefusal, type PersonActor } from '@mash/authorisation';
import type { MakeHolderStatement } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { FreshFacts } from '../../asking/fresh-facts';
import { ConsentRepository } from '../../consent/consent.repository';
import { EnquiryLife } from '../../erasure/enquiry-life';
import { renewalDue } from '../../holder/renewal-due';
import { OwnItems } from '../../holder/own-items';
import { StatementCheck } from '../../holder/statement-check';
import { StatementKeeper } from '../../holder/statement-keeper';
import { TellingHolds } from '../../obligations/telling-holds';
import { LettersAgain, type LettersToDecide } from '../../products/letters-again';
import { checkRecipientOf } from './check-recipient-of';
import { ItemAgain } from '../../releases/item-again';
import { ReleaseGate } from '../../releases/release-gate';
import { ReviewDesk } from '../../reviews/review-desk';

const ACTION = 'holder-statement.make';
const OF_TELLING: readonly string[] = ['telling_cleared', 'telling_held'];

/** An agency says of one item of its own what may become of it, without having been asked. The newest statement wins. */
@Injectable()
export class MakeHolderStatementHandler {
  constructor(
    private readonly gate: ReleaseGate,
    private readonly ownItems: OwnItems,
    private readonly check: StatementCheck,
    private readonly keeper: StatementKeeper,
    private readonly lettersAgain: LettersAgain,
    private readonly itemAgain: ItemAgain,
    private readonly fresh: FreshFacts,
    private readonly consents: ConsentRepository,
    private readonly life: EnquiryLife,
    private readonly holds: TellingHolds,
    private readonly reviewDesk: ReviewDesk,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal HOLDER_STATEMENT.MAKE_NOT_ALLOWED (403), audited, of whom the register does not name; 404, audited, where the item is not of the actor's own agency; SHARING.STATEMENT_DOES_NOT_AGREE, SHARING.RECIPIENT_UNKNOWN (422); SHARING.STATEMENT_REPEATED, SHARING.FACTS_CHANGED (409) */
  async execute(actor: PersonActor, posted: MakeHolderStatement): Promise<void> {
    const { enquiryId, itemId } = posted;
    await this.assertSpeaks(actor, enquiryId, itemId);
    const admitted = await this.gate.admit(actor, enquiryId, ACTION);
    const found = await this.ownItems.find(actor, admitted, itemId);
    const isOfItem = found !== undefined;
    const loaded = await this.itemAgain.load(enquiryId);
    if (!isOfItem && !isOfLostAnswer(loaded, actor, itemId))
      return this.gate.refuse(actor, enquiryId, ACTION, 'NOT_OF_THE_HOLDER');
    const statement = await this.check.open(actor, posted);
    if (!isOfItem && !OF_TELLING.includes(statement.facts.says)) await this.check.refuse(actor, posted);
    checkRecipientOf(statement, { bodies: admitted.facts.bodies, agencyId: actor.agencyId });
    const { says } = statement.facts;
    const letters = says === 'telling_cleared' ? loaded : undefined;
    const at = this.clock.now();
    const renewedUntil = renewalDue(admitted.facts, at);
    await this.unitOfWork.run(async (tx) => {
      // As whoever answers a REVIEW: of two who clear what a letter waits for, the second sees the first.
      if (letters) await this.fresh.requireOfPerson(tx, letters.facts);
      await this.keeper.keep(tx, actor, statement, { at, reviewId: null, renewedUntil });
      if (letters) await this.lettersAgain.decide(tx, actor, letters);
    });
    await this.settle(enquiryId, [itemId, ...(found?.own.facts.alsoIds ?? [])], loaded);
    if (says === 'telling_cleared' || says === 'unsafe_cleared')
      await this.holds.lookIfItCanBeHad(admitted.enquiry, admitted.facts);
  }

  /**
   * What was asked of the item, and of the others that came under its id, is put to the rules again: nobody goes on answering what its holder has said.
   * Once it is said, for whoever opens the item at this moment hears a statement without waiting for it, and would wait for this.
   */
  private async settle(enquiryId: string, itemIds: readonly string[], loaded: LettersToDecide): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.itemAgain.waits(tx, enquiryId, itemIds))) return;
      await this.consents.lock(tx, enquiryId);
      if (await this.life.isHeldOpen(tx, enquiryId)) await this.itemAgain.settle(tx, enquiryId, itemIds, loaded);
    });
  }

  /** A colleague who is not named cannot say unasked what they may not answer when asked. */
  private async assertSpeaks(actor: PersonActor, enquiryId: string, itemId: string): Promise<void> {
    try {
      authorise(actor, 'make', await this.reviewDesk.subjectOfStatement(actor, itemId));
    } catch (error) {
      if (isRefusal(error)) {
        const subject = { type: 'HolderItem', id: itemId };
        await this.gate.note(actor, subject, { enquiryId, action: ACTION, reasonCode: error.code });
      }
      throw error;
    }
  }
}

/** Of what they answered and nobody can read any more they say alone whether it still holds telling. */
const isOfLostAnswer = ({ unread }: LettersToDecide, { agencyId: own }: PersonActor, itemId: string): boolean =>
  unread.some(({ answerId, agencyId }) => answerId === itemId && agencyId === own);
