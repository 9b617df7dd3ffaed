import type { PersonActor } from '@mash/authorisation';
import { newId, RecallOpenedV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import type { Pack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { BreachRepository } from '../breaches/breach.repository';
import { breachDue } from '../domain/breaches/breach-due';
import { ObligationRepository } from '../obligations/obligation.repository';
import type { Saw } from '../domain/recalls/who-saw';
import { thenDue } from '../domain/task-due';
import type { IdentityStatementRow } from './identity-statement.repository';
import { RecallCloser } from './recall-closer';
import { RecallRepository } from './recall.repository';

/** One that went to the wrong person of a desk stays with the others. */
const isWithdrawnNotice = ({ about, recipientId }: IdentityStatementRow): boolean =>
  about.kind === 'notice' && recipientId === null;

/** Opens a recall with a notice to each who saw, and the record of the breach with its 72 hours. */
@Injectable()
export class RecallOpener {
  constructor(
    private readonly recalls: RecallRepository,
    private readonly breaches: BreachRepository,
    private readonly closer: RecallCloser,
    private readonly obligations: ObligationRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @param its.awareAt when it became known: the 72 hours run from it */
  async open(
    tx: Tx,
    actor: PersonActor,
    statement: IdentityStatementRow,
    its: { saw: readonly Saw[]; sentTo: readonly string[]; personIds: readonly string[]; awareAt: Date; pack: Pack },
  ): Promise<{ recallId: string; breachId: string; recipients: number }> {
    const { statementId: recallId, partnershipId, enquiryId, statedAt: at } = statement;
    const opened = { recallId, partnershipId, enquiryId, openedBy: actor.id, openedAt: at };
    await this.recalls.add(tx, { ...opened, closedAt: null, closedBy: null, closedHow: null });
    const notices = await this.tell(tx, opened, its);
    const noticeIds = notices.map(({ noticeId }) => noticeId);
    const told = notices.flatMap(({ noticeId, recipientId }) =>
      recipientId === null ? [] : { noticeId, accountId: recipientId },
    );
    const kind = statement.says === 'wrong_recipient' ? 'wrong_recipient' : 'wrong_person';
    const breachId = newId(at.getTime());
    const { awareAt } = its;
    await this.breaches.add(tx, {
      ...{ breachId, recallId, partnershipId, enquiryId, kind, personIds: [...its.personIds] },
      ...{ awareBy: actor.id, awareAt, dueAt: breachDue(awareAt), openedAt: at },
    });
    const context = {
      ...{ partnershipId, correlationId: enquiryId, occurredAt: at },
      actor: { id: actor.id, kind: actor.kind, agencyId: actor.agencyId },
    };
    const data = {
      ...{ enquiryId, recallId, breachId, noticeIds, told, openedAt: at.toISOString() },
      ...(isWithdrawnNotice(statement) && { withdrawnNoticeId: statement.about.id }),
    };
    await this.outbox.append(tx, RecallOpenedV1, data, context);
    if (isWithdrawnNotice(statement))
      for (const agencyId of its.sentTo)
        await this.obligations.receiptDone(
          tx,
          { enquiryId, noticeId: statement.about.id, agencyId },
          { by: actor.id, at },
        );
    if (noticeIds.length === 0) await this.closer.close(tx, opened, { by: actor.id, at, how: 'nobody_saw' });
    return { recallId, breachId, recipients: noticeIds.length };
  }

  /** They are told at once: the notice stands in their list from now on, and destruction is confirmed within a working day (RECALL, section 5). */
  private async tell(
    tx: Tx,
    recall: { recallId: string; partnershipId: string; enquiryId: string; openedAt: Date },
    { saw, pack }: { saw: readonly Saw[]; pack: Pack },
  ): Promise<{ noticeId: string; recipientId: string | null }[]> {
    const { recallId, partnershipId, enquiryId, openedAt: toldAt } = recall;
    const dueAt = thenDue('RECALL', pack, toldAt) ?? toldAt;
    const notices: { noticeId: string; recipientId: string | null }[] = [];
    for (const one of saw) {
      const noticeId = newId(toldAt.getTime());
      const row = { noticeId, recallId, partnershipId, enquiryId, toldAt, dueAt, ...one };
      await this.recalls.addNotice(tx, { ...row, destroyedAt: null, destroyedBy: null, destroyedHow: null });
      notices.push({ noticeId, recipientId: one.recipientId });
    }
    return notices;
  }
}
