import { MissingPatience } from './missing-patience';
import type { RawMessage } from './raw-message';

const MINUTE = 60_000;
const START = 1_800_000_000_000;
const message = (offset: number, its: Partial<RawMessage> = {}): RawMessage => ({
  ...{ topic: 'fixture', partition: 0, offset: String(offset), key: `k-${String(offset)}`, headers: {}, value: null },
  ...{ writtenAt: START - MINUTE, ...its },
});

describe('How long is waited for what another event should bring', () => {
  let now = 0;
  let patience: MissingPatience;
  beforeEach(() => {
    now = 0;
    const calendar = () => START + now;
    patience = new MissingPatience(10 * MINUTE, 5_000, () => now, calendar);
  });
  const at = (minutes: number, raw: RawMessage): boolean => {
    now = minutes * MINUTE;
    return patience.isOver(raw);
  };

  test('until the time is up, and not a moment longer', () => {
    expect([at(0, message(1)), at(9.99, message(1)), at(10, message(1))]).toEqual([false, false, true]);
  });

  test('a failure of another kind in between begins it anew', () => {
    at(0, message(1));
    now = 9 * MINUTE;
    patience.interrupt(message(1));
    expect([at(9.5, message(1)), at(19, message(1)), at(19.5, message(1))]).toEqual([false, false, true]);
  });

  test('whoever lay behind one that waited in vain waits a few seconds of their own', () => {
    at(0, message(1));
    at(10, message(1));
    patience.forget(message(1));
    expect([at(10, message(2)), at(10.05, message(2)), at(10.09, message(2))]).toEqual([false, false, true]);
    expect(at(10.1, message(3))).toBe(false);
    expect(at(10.2, message(3))).toBe(true);
  });

  test('but not what came after the wait began, what lies in another partition, or where something was down since', () => {
    at(0, message(1));
    at(10, message(1));
    const later = message(2, { writtenAt: START + MINUTE });
    const elsewhere = message(3, { partition: 1 });
    for (const raw of [later, elsewhere]) at(10, raw);
    expect([at(11, later), at(11, elsewhere)]).toEqual([false, false]);
    patience.interrupt(message(4));
    at(11, message(5));
    expect(at(12, message(5))).toBe(false);
  });
});
