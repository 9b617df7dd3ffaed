import { RecallClosedV1, type RecallClosedHow } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { RecallRepository } from './recall.repository';

/** Ends a recall and says so. */
@Injectable()
export class RecallCloser {
  constructor(
    private readonly recalls: RecallRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @returns false where it was closed before */
  async close(
    tx: Tx,
    { recallId, enquiryId, partnershipId }: { recallId: string; enquiryId: string; partnershipId: string },
    its: { by: string; at: Date; how: RecallClosedHow; sealed?: { kid: string; envelope: string } },
  ): Promise<boolean> {
    if (!(await this.recalls.close(tx, recallId, its))) return false;
    const { at: occurredAt, how, by } = its;
    const context = { partnershipId, correlationId: enquiryId, actor: { id: by, kind: 'person' as const }, occurredAt };
    await this.outbox.append(
      tx,
      RecallClosedV1,
      { enquiryId, recallId, how, closedAt: occurredAt.toISOString() },
      context,
    );
    return true;
  }
}
