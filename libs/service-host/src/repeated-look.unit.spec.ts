import { RepeatedLook } from './repeated-look';

const EVERY_MS = 1_000;

class Looking extends RepeatedLook {
  begun = 0;
  end: () => void = () => undefined;
  fault: Error | undefined;

  constructor() {
    super(EVERY_MS, { service: 'a-test', whenItFails: 'could not look' });
  }

  protected look(): Promise<void> {
    this.begun += 1;
    if (this.fault !== undefined) return Promise.reject(this.fault);
    return new Promise((resolve) => {
      this.end = resolve;
    });
  }
}

describe('A look that is repeated', () => {
  let looking: Looking;
  beforeEach(() => {
    jest.useFakeTimers();
    looking = new Looking();
    looking.onApplicationBootstrap();
  });
  afterEach(() => {
    looking.end();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  test('is not begun again while one is under way, and is at the next time after it has ended', async () => {
    await pass(3 * EVERY_MS);
    expect(looking.begun).toBe(1);
    looking.end();
    await pass(EVERY_MS);
    expect(looking.begun).toBe(2);
  });

  test('that fails is tried again', async () => {
    looking.fault = new Error('the database is down');
    await pass(2 * EVERY_MS);
    expect(looking.begun).toBe(2);
  });

  test('is waited for when the service ends, and not begun after that', async () => {
    await pass(EVERY_MS);
    let isOver = false;
    const over = looking.beforeApplicationShutdown().then(() => {
      isOver = true;
    });
    await pass(2 * EVERY_MS);
    expect([isOver, looking.begun]).toEqual([false, 1]);
    looking.end();
    await over;
    expect(isOver).toBe(true);
  });
});
