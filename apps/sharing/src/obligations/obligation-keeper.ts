import { newId } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import type { Pack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import type { DecisionRow } from '../asking/sharing-decision.repository';
import { OBLIGATIONS, type ObligationCode } from '../domain/decision';
import { agencyOwing, isOfOnePerson, travelsWithTheItem } from '../domain/obligations/task-of';
import { lawDue, obligationDue, thenDue, type Started } from '../domain/task-due';
import { ObligationRepository, type ObligationRow } from './obligation.repository';

type Whose = Pick<
  DecisionRow,
  'sharingDecisionId' | 'partnershipId' | 'enquiryId' | 'personId' | 'mode' | 'fromAgencyId' | 'toAgencyId'
>;

const personOf = (code: ObligationCode, { personId }: Whose): string | null => (isOfOnePerson(code) ? personId : null);

/** Turns the obligations of a decision into dated tasks with an owner. */
@Injectable()
export class ObligationKeeper {
  constructor(private readonly obligations: ObligationRepository) {}

  async keep(
    tx: Tx,
    decision: Whose,
    codes: readonly ObligationCode[],
    { pack, dues, ...started }: Started & { pack: Pack; dues?: Readonly<Partial<Record<ObligationCode, Date>>> },
  ): Promise<void> {
    for (const code of codes) {
      if (travelsWithTheItem(code)) continue;
      const { sharingDecisionId, partnershipId, enquiryId } = decision;
      await this.obligations.add(tx, {
        obligationId: newId(),
        ...{ sharingDecisionId, partnershipId, enquiryId, code, part: 1 },
        owner: OBLIGATIONS[code].owner,
        agencyId: agencyOwing(code, decision),
        personId: personOf(code, decision),
        dueAt: dues?.[code] ?? obligationDue(code, pack, started),
        lawDueAt: lawDue(code, pack, started) ?? null,
      });
    }
  }

  /** What this service does by itself, done as soon as it is owed; what follows from it has a time of its own. */
  async systemDid(tx: Tx, decision: Whose, code: ObligationCode, its: { pack: Pack; at: Date }): Promise<void> {
    const { enquiryId } = decision;
    const open = await this.obligations.lockTask(tx, {
      enquiryId,
      code,
      part: 1,
      agencyId: agencyOwing(code, decision),
      personId: personOf(code, decision),
    });
    const ids = open.map(({ obligationId }) => obligationId);
    await this.obligations.done(tx, ids, 'sharing', its.at);
    const [task] = open;
    if (task) await this.keepThen(tx, task, its.pack, its.at);
  }

  /** What follows once the first part is done, with a time of its own: destruction is confirmed after the recall was sent. */
  async keepThen(tx: Tx, first: ObligationRow, pack: Pack, at: Date): Promise<void> {
    const dueAt = thenDue(first.code, pack, at);
    if (dueAt === undefined || first.part > 1) return;
    await this.obligations.add(tx, { ...first, obligationId: newId(), part: 2, dueAt, lawDueAt: null });
  }
}
