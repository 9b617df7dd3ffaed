import type { HeldPosts } from './held-posts';
import { HeldPostsSweep } from './held-posts-sweep';

describe('Held forms whose time is over', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('go every few minutes while the console runs, also after a time when they could not', async () => {
    const sweep = jest.fn<Promise<void>, []>().mockRejectedValueOnce(new Error('no database')).mockResolvedValue();
    const sweeping = new HeldPostsSweep({ sweep } as unknown as HeldPosts);
    const silenced = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const quiet = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    sweeping.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(10 * 60_000);
    expect(sweep).toHaveBeenCalledTimes(2);
    await sweeping.beforeApplicationShutdown();
    await jest.advanceTimersByTimeAsync(10 * 60_000);
    expect(sweep).toHaveBeenCalledTimes(2);
    [silenced, quiet].forEach((spy) => spy.mockRestore());
  });
});
