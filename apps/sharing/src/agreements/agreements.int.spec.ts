import { newId } from '@mash/contracts';
import { grantsOf } from '@mash/persistence';
import { people } from '@mash/testing';
import { DataSource } from 'typeorm';
import { startSharing } from '../../testing/start-sharing';
import type { Sharing } from '../../testing/start-sharing';

describe('Agreements', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing();
  });
  afterAll(() => sharing.close());

  const line = {
    ...{
      lineId: 'one',
      rank: 'default',
      effect: 'allow',
      purposes: ['S17'],
      categories: ['hub-summary'],
      modes: ['ask'],
    },
    ...{
      from: { organisations: [], kinds: ['council'] },
      to: { organisations: [], kinds: ['police'] },
      standingRelease: [],
    },
  };
  const publish = (agreementId: string, version: number, as: typeof people.manager = people.admin) =>
    sharing.as(as)('post', '/agreements', {
      ...{ agreementId, version, slug: 'ours', title: 'Ours', tier: 'tier-2', owner: 'The hub' },
      ...{ inForceFrom: '2020-01-01', reviewDue: '2099-01-01', lines: [line] },
    });
  const states = async (agreementId: string) =>
    (
      await sharing.query<{ state: string }>('SELECT state FROM agreement WHERE agreement_id = $1 ORDER BY version', [
        agreementId,
      ])
    ).map(({ state }) => state);

  test('are published version by version; the same again is refused', async () => {
    const agreementId = newId();
    expect((await publish(agreementId, 1)).status).toBe(204);
    expect((await publish(agreementId, 2)).status).toBe(204);
    const again = await publish(agreementId, 2);
    expect([again.status, again.body.code]).toEqual([409, 'SHARING.VERSION_EXISTS']);
    expect(await states(agreementId)).toEqual(['superseded', 'in_force']);
    expect((await sharing.as(people.admin)('post', `/agreements/${agreementId}/stop`)).status).toBe(204);
    expect(await states(agreementId)).toEqual(['superseded', 'stopped']);
  });

  test("are untouched by another partnership's keepers, and by those who keep none", async () => {
    const agreementId = newId();
    await publish(agreementId, 1);
    const theirs = { ...people.admin, partnershipId: people.otherAnalyst.partnershipId };
    await publish(agreementId, 2, theirs);
    expect((await states(agreementId))[0]).toBe('in_force');
    expect((await publish(newId(), 1, people.manager)).status).not.toBe(204);
  });

  test('and what else is only ever added to cannot be changed by the service', async () => {
    const grants = await grantsOf(sharing.app.get(DataSource), sharing.appRole);
    for (const table of ['consent_statement', 'sharing_decision', 'overflow_binding'])
      expect([table, grants[table]]).toEqual([table, ['INSERT', 'SELECT']]);
    expect(grants['agreement']).toEqual(['INSERT', 'SELECT']);
    await expect(sharing.queryAsApp('DELETE FROM agreement')).rejects.toThrow(/permission denied/);
  });
});
