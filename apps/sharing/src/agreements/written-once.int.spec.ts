import type { AgreementContent } from '@mash/contracts';
import { grantsOf } from '@mash/persistence';
import { people } from '@mash/testing';
import { DataSource } from 'typeorm';
import { register } from '../../testing/a-partnership';
import { anAgreement, conclude, next, propose, statesOf } from '../../testing/an-agreement';
import { startSharing, type Sharing } from '../../testing/start-sharing';

describe('What the tables themselves keep: an agreement', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing();
    await register(sharing);
  });
  afterAll(() => sharing.close());

  const stop = ({ agreementId }: AgreementContent) =>
    sharing.as(people.admin)('post', `/agreements/${agreementId}/stop`);
  const states = statesOf(() => sharing);

  test('that has left its draft cannot be changed by the service, nor can any step of it', async () => {
    const grants = await grantsOf(sharing.app.get(DataSource), sharing.appRole);
    for (const table of ['consent_statement', 'sharing_decision', 'overflow_binding', 'agreement_step'])
      expect([table, grants[table]]).toEqual([table, ['INSERT', 'SELECT']]);
    expect(grants['agreement']).toEqual(['INSERT', 'SELECT']);
    const columns = Object.keys(grants).filter((name) => name.startsWith('agreement.'));
    expect(columns.sort()).toEqual(['agreement.state', 'agreement.stopped_at', 'agreement.stopped_by']);
    await conclude(sharing, anAgreement());
    for (const change of [
      `UPDATE agreement SET lines = '[]'`,
      'DELETE FROM agreement',
      `UPDATE agreement_step SET by_account = 'me'`,
    ])
      await expect(sharing.queryAsApp(change)).rejects.toThrow(/permission denied/);
  });

  describe('goes forward only, whatever the service is made to write', () => {
    const REFUSED = /A version (does not go from|begins as)|is written once/;
    const moved = (content: AgreementContent, set: string) =>
      sharing.queryAsApp(`UPDATE agreement SET ${set} WHERE agreement_id = '${content.agreementId}'`);

    test('stopped, it is not in force again, nor does it read as if somebody else had stopped it', async () => {
      const one = await conclude(sharing, anAgreement());
      expect((await stop(one)).status).toBe(204);
      for (const set of [
        `state = 'in_force'`,
        `state = 'superseded'`,
        `state = 'in_force', stopped_at = NULL, stopped_by = NULL`,
        `stopped_at = NULL`,
        `stopped_by = 'somebody else'`,
      ])
        await expect(moved(one, set)).rejects.toThrow(REFUSED);
      expect(await states(one)).toEqual(['stopped']);
    });

    test('it does not come into force before every party approved it, nor back from being superseded', async () => {
      const one = anAgreement();
      await propose(sharing, one);
      for (const set of [`state = 'in_force'`, `state = 'stopped'`, `stopped_at = now()`])
        await expect(moved(one, set)).rejects.toThrow(REFUSED);
      expect(await states(one)).toEqual(['proposed']);
      const first = await conclude(sharing, anAgreement());
      await conclude(sharing, next(first));
      const back = sharing.queryAsApp(
        `UPDATE agreement SET state = 'approved' WHERE agreement_id = '${first.agreementId}' AND version = 1`,
      );
      await expect(back).rejects.toThrow(REFUSED);
      expect(await states(first)).toEqual(['superseded', 'in_force']);
    });

    test('it does not begin anywhere but out for approval', async () => {
      const one = await conclude(sharing, anAgreement());
      const copied = sharing.queryAsApp(
        `INSERT INTO agreement SELECT (jsonb_populate_record(a, '{"version": 2}')).* FROM agreement a
          WHERE agreement_id = '${one.agreementId}'`,
      );
      await expect(copied).rejects.toThrow(REFUSED);
      expect(await states(one)).toEqual(['in_force']);
    });
  });
});
