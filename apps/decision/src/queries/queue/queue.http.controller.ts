import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { Queue } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Controller, Get, Query } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { assertHub } from '../../access/assert-hub';
import { FindQueue } from './find-queue';
import { QueueQuery } from './queue.query';

class QueuePage extends createZodDto(Queue) {}

@Controller('queue')
export class QueueController {
  constructor(
    private readonly findQueue: FindQueue,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** The hub's queue: late first, Red on top, then the least time left. No names. */
  @Get()
  @ZodResponse({ type: QueuePage })
  async list(@CurrentPerson() actor: PersonActor, @Query() { view, page }: QueueQuery): Promise<Queue> {
    assertHub(actor);
    const queue = await this.findQueue.find(actor, view, page);
    const subject = { type: 'Queue', id: view };
    await this.auditTrail.recordRead({
      actor,
      action: 'queue.read',
      subject,
      outcome: 'shown',
      counts: { rows: queue.rows.length },
    });
    return queue;
  }
}
