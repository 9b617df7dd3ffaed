import { AuditRecordedV1 } from '@mash/contracts';
import { EventDelivery } from '@mash/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern } from '@nestjs/microservices';
import { EntrySequencer } from '../features/sequence-entries/entry-sequencer';

/**
 * Takes the message as it came, for the log keeps what was said and not what this version understands of it. No inbox claim:
 * the log itself knows every entry that it holds.
 */
@Controller()
export class SequenceEntryWhenAuditIsRecorded {
  constructor(private readonly sequencer: EntrySequencer) {}

  @EventPattern(AuditRecordedV1.type)
  async handle(@Ctx() delivery: EventDelivery): Promise<void> {
    const [raw] = delivery.getArgs();
    await this.sequencer.sequence(raw);
  }
}
