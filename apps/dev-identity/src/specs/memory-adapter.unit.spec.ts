import { IdentityStore, MemoryAdapter } from '../provider/memory-adapter';

describe('What the provider remembers', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test('an exchanged refresh token counts as used after ten seconds, a code at once', async () => {
    const store = new IdentityStore();
    const [refresh, code] = [new MemoryAdapter('RefreshToken', store), new MemoryAdapter('AuthorizationCode', store)];
    for (const adapter of [refresh, code]) {
      await adapter.upsert('1', {}, 60);
      await adapter.consume('1');
    }
    expect(await code.find('1')).toHaveProperty('consumed');
    expect(await refresh.find('1')).not.toHaveProperty('consumed');
    jest.advanceTimersByTime(10_000);
    expect(await refresh.find('1')).toHaveProperty('consumed');
  });

  test('everything ends in its time', async () => {
    const adapter = new MemoryAdapter('Session', new IdentityStore());
    await adapter.upsert('1', { uid: 'u' }, 60);
    expect(await adapter.findByUid('u')).toEqual({ uid: 'u' });
    jest.advanceTimersByTime(60_000);
    expect(await adapter.find('1')).toBeUndefined();
    expect(await adapter.findByUid('u')).toBeUndefined();
  });

  test('revoking a grant takes what came of it, and nothing of another', async () => {
    const adapter = new MemoryAdapter('RefreshToken', new IdentityStore());
    await adapter.upsert('mine', { grantId: 'a' }, 60);
    await adapter.upsert('other', { grantId: 'b' }, 60);
    await adapter.revokeByGrantId('a');
    expect([await adapter.find('mine'), await adapter.find('other')]).toEqual([undefined, { grantId: 'b' }]);
  });
});
