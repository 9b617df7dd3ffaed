import type { PersonActor } from '@mash/authorisation';
import type { DraftReplaced } from '@mash/contracts';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { AgreementChronicle } from '../../agreements/agreement-chronicle';
import { AgreementDesk } from '../../agreements/agreement-desk';
import { AgreementDraftRepository } from '../../agreements/agreement-draft.repository';
import { AgreementRepository } from '../../agreements/agreement.repository';
import { refuseFindings } from '../../agreements/refuse-findings';
import { refuseUnlessOpen } from '../../agreements/refuse-state';
import { requireNamed } from '../../agreements/require-named';
import { idIsTaken, refuseUnread, refuseWhatIsThere } from '../draft-agreement/draft-agreement.handler';

/** Sends a draft out for approval. From here on nobody changes it; earlier versions that were on their way are superseded. */
@Injectable()
export class ProposeAgreementHandler {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly agreements: AgreementRepository,
    private readonly drafts: AgreementDraftRepository,
    private readonly chronicle: AgreementChronicle,
    private readonly clock: Clock,
  ) {}

  /**
   * @param read the draft that whoever sends it out has read
   * @throws 422 SHARING.AGREEMENT_FAULTY; 409 where it is no draft, or another than was read, a later version is there, or nobody knows who sends it out
   */
  async execute(actor: PersonActor, agreementId: string, version: number, read?: DraftReplaced): Promise<void> {
    await this.desk.change(
      actor,
      'propose',
      (all) => all.find(agreementId, version),
      async (tx, draft, all) => {
        refuseUnlessOpen('propose', draft);
        if (read !== undefined) refuseUnread(all, draft.content, { read });
        refuseWhatIsThere(all, draft.content);
        if (await this.agreements.isOfAnother(tx, draft.partnershipId, agreementId)) throw idIsTaken();
        refuseFindings(all.findings(draft));
        const [at, signatory] = [this.clock.now(), requireNamed(all, actor)];
        for (const earlier of all.before(draft, 'proposed', 'approved')) {
          await this.agreements.move(tx, earlier, 'superseded');
          await this.chronicle.keep(tx, earlier, { step: 'superseded', at, actor, signatory, change: 'superseded' });
        }
        await this.drafts.remove(tx, draft);
        await this.agreements.add(tx, draft.partnershipId, draft.content, actor.id, at);
        await this.chronicle.keep(tx, draft, { step: 'proposed', at, actor, signatory, change: 'draft' });
      },
    );
  }
}
