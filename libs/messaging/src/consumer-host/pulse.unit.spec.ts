import { EventEmitter } from 'node:events';
import type { Consumer } from 'kafkajs';
import { messagingFaults, messagingIndicator, Pulse } from './pulse';

const NAMES = { HEARTBEAT: 'heartbeat', GROUP_JOIN: 'join', FETCH: 'fetch', CRASH: 'crash' };

describe('The pulse of a consumer', () => {
  const emitter = new EventEmitter();
  const consumer = { events: NAMES, on: emitter.on.bind(emitter) } as unknown as Consumer;
  let pulse: Pulse;

  beforeEach(() => {
    jest.useFakeTimers();
    pulse = new Pulse(consumer, 12_000);
  });
  afterEach(() => {
    pulse.end();
    jest.useRealTimers();
  });

  test('is there while the consumer beats', () => {
    jest.advanceTimersByTime(11_000);
    emitter.emit('heartbeat');
    jest.advanceTimersByTime(11_000);
    expect(messagingFaults()).toEqual([]);
  });

  test('is gone after two sessions of silence, and back with the next beat', () => {
    jest.advanceTimersByTime(12_500);
    expect(messagingFaults().join()).toContain('MESSAGING.CONSUMER_SILENT');
    emitter.emit('fetch');
    expect(messagingFaults()).toEqual([]);
  });

  test('is gone for good after a crash that kafkajs does not mend', () => {
    emitter.emit('crash', { payload: { restart: true, error: new Error('passing') } });
    expect(messagingFaults()).toEqual([]);
    emitter.emit('crash', { payload: { restart: false, error: new RangeError('broken') } });
    emitter.emit('heartbeat');
    expect(messagingFaults()).toEqual(['MESSAGING.CONSUMER_CRASHED: RangeError']);
  });

  test('is what the readiness of its service hangs on', async () => {
    await expect(messagingIndicator().check()).resolves.toBeUndefined();
    jest.advanceTimersByTime(12_500);
    await expect(messagingIndicator().check()).rejects.toThrow('does not answer');
  });

  test('of a consumer that has ended is nobody any more', () => {
    jest.advanceTimersByTime(60_000);
    pulse.end();
    expect(messagingFaults()).toEqual([]);
  });
});
