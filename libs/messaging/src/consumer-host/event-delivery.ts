import { BaseRpcContext } from '@nestjs/microservices';
import type { RawMessage } from './raw-message';

/** What a reaction gets with `@Ctx()`: where in Kafka the event was. */
export class EventDelivery extends BaseRpcContext<[RawMessage]> {
  get topic(): string {
    return this.args[0].topic;
  }

  get partition(): number {
    return this.args[0].partition;
  }

  get offset(): string {
    return this.args[0].offset;
  }
}
