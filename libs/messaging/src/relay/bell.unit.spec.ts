import { Bell } from './bell';

describe('The bell of the relay', () => {
  test('wakes the sleeper at once', async () => {
    const bell = new Bell();
    const slept = bell.wait(60_000).then(() => 'woken');
    bell.ring();
    await expect(slept).resolves.toBe('woken');
  });

  test('keeps a ring that came while nobody slept, for one sleep', async () => {
    const bell = new Bell();
    bell.ring();
    bell.ring();
    await bell.wait(60_000);
    const started = performance.now();
    await bell.wait(30);
    expect(performance.now() - started).toBeGreaterThan(20);
  });
});
