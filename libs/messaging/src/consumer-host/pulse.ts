import type { Consumer } from 'kafkajs';

const pulses = new Set<Pulse>();

/** Whether a consumer still lives: kafkajs can stop for good, or fall silent, without ending the process. */
export class Pulse {
  private lastBeat = performance.now();
  private crash: string | undefined;

  constructor(
    consumer: Consumer,
    private readonly longestSilenceMs: number,
  ) {
    const beat = (): void => void (this.lastBeat = performance.now());
    const { HEARTBEAT, GROUP_JOIN, FETCH, CRASH } = consumer.events;
    consumer.on(HEARTBEAT, beat);
    consumer.on(GROUP_JOIN, beat);
    consumer.on(FETCH, beat);
    consumer.on(CRASH, ({ payload }) => {
      if (!payload.restart) this.crash = payload.error.name;
    });
    pulses.add(this);
  }

  /** Why this consumer is to be taken for dead, or undefined while it lives. */
  get fault(): string | undefined {
    if (this.crash !== undefined) return `MESSAGING.CONSUMER_CRASHED: ${this.crash}`;
    const silence = Math.round(performance.now() - this.lastBeat);
    return silence > this.longestSilenceMs ? `MESSAGING.CONSUMER_SILENT: ${silence} ms` : undefined;
  }

  /** An ended consumer is no longer anybody's health. */
  end(): void {
    pulses.delete(this);
  }
}

/**
 * What is wrong with the consumers of this process; nothing while all live. One that has crashed for good, or has been silent for two sessions
 * (12 seconds), makes the service not ready: its supervisor should start it again.
 */
export const messagingFaults = (): string[] => [...pulses].flatMap(({ fault }) => fault ?? []);

/** For a service's readiness: it is not ready while a consumer of its process is to be taken for dead. */
export const messagingIndicator = (): { name: string; check(): Promise<void> } => ({
  name: 'messaging',
  check: () => (messagingFaults().length === 0 ? Promise.resolve() : Promise.reject(new Error('does not answer'))),
});
