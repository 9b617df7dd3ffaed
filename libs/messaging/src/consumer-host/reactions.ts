import type { EventEnvelope } from '@mash/contracts';
import type { MessageHandler } from '@nestjs/microservices';
import { from, isObservable, lastValueFrom } from 'rxjs';
import type { EventDelivery } from './event-delivery';
import { isError } from './is-error';
import { isPassing } from './is-passing';
import { RealErrorLost } from './real-error-lost';

/** Nest's own stand-in for an error that no filter kept. */
const isNestsStandIn = (error: unknown): boolean =>
  !isError(error) && (error as { message?: unknown } | null)?.message === 'Internal server error';

/** Waits for what a handler returns. Never `Server.handleEvent`: that one resolves when a handler throws. */
async function outcomeOf(
  handler: MessageHandler,
  event: EventEnvelope<unknown>,
  delivery: EventDelivery,
): Promise<void> {
  try {
    const result: unknown = await handler(event, delivery);
    if (isObservable(result)) await lastValueFrom(from(result), { defaultValue: undefined });
  } catch (error) {
    throw isNestsStandIn(error) ? new RealErrorLost() : error;
  }
}

/** The `@EventPattern` methods of this service, by event type. */
export class Reactions {
  private readonly handlers = new Map<string, MessageHandler[]>();

  add(type: string, handler: MessageHandler): void {
    this.handlers.set(type, [...(this.handlers.get(type) ?? []), handler]);
  }

  handle(type: string): boolean {
    return this.handlers.has(type);
  }

  get types(): string[] {
    return [...this.handlers.keys()];
  }

  /**
   * Runs every reaction to the event, one after the other: the failure of one does not keep the event from the next. Then the first
   * failure is thrown, a passing one before a poison one; redelivery reaches them all, and each one's inbox claim absorbs what it has done.
   */
  async run(event: EventEnvelope<unknown>, delivery: EventDelivery): Promise<void> {
    const failures: unknown[] = [];
    for (const handler of this.handlers.get(event.type) ?? []) {
      await outcomeOf(handler, event, delivery).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures.find(isPassing) ?? failures[0];
  }
}
