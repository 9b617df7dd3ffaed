import { grantsOf } from '@mash/persistence';
import { DataSource } from 'typeorm';
import { startRequests } from '../../testing/start-requests';
import type { Requests } from '../../testing/start-requests';

describe('What the service may do to its tables', () => {
  let requests: Requests;
  beforeAll(async () => {
    requests = await startRequests();
  });
  afterAll(() => requests.close());

  const db = () => requests.app.get(DataSource);

  test('envelopes and chasers are written once and never changed', async () => {
    const held = await grantsOf(db(), requests.appRole);
    for (const table of ['request_envelope', 'answer_envelope', 'chaser']) {
      expect([table, held[table]]).toEqual([table, ['INSERT', 'SELECT']]);
      await expect(db().query(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/);
    }
    await expect(db().query("UPDATE answer_envelope SET envelope = ''")).rejects.toThrow(/permission denied/);
    expect(Object.keys(held).filter((name) => /envelope\.|chaser\./.test(name))).toEqual([]);
  });

  test('only drafts, the list of a roster and what messaging moves can be deleted', async () => {
    const held = await grantsOf(db(), requests.appRole);
    const deletable = Object.keys(held).filter((name) => held[name]?.includes('DELETE'));
    expect(deletable.sort()).toEqual(['draft', 'outbox', 'parked', 'roster_person']);
  });

  test('nobody else may do anything', async () => {
    expect(await grantsOf(db(), 'PUBLIC')).toEqual({});
  });
});
