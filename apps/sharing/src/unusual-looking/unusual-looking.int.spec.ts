import { newId, type UnusualLooking } from '@mash/contracts';
import { people } from '@mash/testing';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

describe('Unusual looking', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing();
  });
  afterAll(() => sharing.close());

  const anAlarm = async (accountId: string = people.analyst.id, at = new Date()): Promise<string> => {
    const alarmId = newId();
    await sharing.query(
      `INSERT INTO volume_alarm (alarm_id, partnership_id, account_id, people, people_limit, at) VALUES ($1, $2, $3, 61, 60, $4)`,
      [alarmId, people.analyst.partnershipId, accountId, at],
    );
    return alarmId;
  };
  const list = async (as = people.igOfficer): Promise<UnusualLooking[]> =>
    ((await sharing.as(as)('get', '/unusual-looking')).body as { alarms: UnusualLooking[] }).alarms;
  const take = (alarmId: string, step: string, as = people.igOfficer) =>
    sharing.as(as)('post', `/unusual-looking/${alarmId}/steps`, { step });
  const audited = (alarmId: string) =>
    sharing.query<{ action: string; outcome: string }>(
      `SELECT envelope -> 'data' ->> 'action' AS action, envelope -> 'data' ->> 'outcome' AS outcome
         FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' -> 'subject' ->> 'id' = $1 ORDER BY envelope -> 'data' ->> 'at'`,
      [alarmId],
    );

  test('stays open while the manager is asked, is closed once explained, and the steps stand with their names', async () => {
    const alarmId = await anAlarm();
    for (const step of ['ask_manager', 'explained']) expect((await take(alarmId, step)).status).toBe(204);
    const found = (await list()).find((alarm) => alarm.alarmId === alarmId);
    expect(found).toMatchObject({ state: 'explained', people: 61, limit: 60, accountId: people.analyst.id });
    expect(found?.steps.map(({ step, by }) => [step, by])).toEqual([
      ['ask_manager', people.igOfficer.id],
      ['explained', people.igOfficer.id],
    ]);
    expect((await take(alarmId, 'investigate')).body).toMatchObject({ status: 409, code: 'VOLUME_ALARM.EXPLAINED' });
    expect(await audited(alarmId)).toEqual([
      { action: 'unusual-looking.ask-manager', outcome: 'done' },
      { action: 'unusual-looking.explained', outcome: 'done' },
      { action: 'unusual-looking.settle', outcome: 'refused' },
    ]);
  });

  test('of eight at once is explained once', async () => {
    const alarmId = await anAlarm();
    const answers = await Promise.all(Array.from({ length: 8 }, () => take(alarmId, 'explained')));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 7 }, () => 409)]);
  });

  test('is listed with what is open first', async () => {
    const closed = await anAlarm();
    await take(closed, 'explained');
    const open = await anAlarm();
    const ids = (await list()).map(({ alarmId }) => alarmId);
    expect(ids.indexOf(open)).toBeLessThan(ids.indexOf(closed));
  });

  test('is listed while it is the newest, however many wait', async () => {
    await Promise.all(Array.from({ length: 200 }, () => anAlarm()));
    const newest = await anAlarm(people.analyst.id, new Date(Date.now() + 1_000)); // the others may bear this very millisecond
    expect((await list())[0]?.alarmId).toBe(newest);
  });

  test('is nobody else’s, nor one’s own, and a try is in the log', async () => {
    const own = await anAlarm(people.igOfficer.id);
    expect((await take(own, 'explained')).status).toBe(403);
    for (const somebody of [people.manager, people.analyst, people.otherAnalyst])
      expect((await take(own, 'explained', somebody)).status).toBe(404);
    expect((await sharing.as(people.manager)('get', '/unusual-looking')).status).toBe(404);
    expect((await audited(own)).map(({ outcome }) => outcome)).toEqual(Array.from({ length: 4 }, () => 'refused'));
  });

  test('takes no step nobody knows, and of no alarm that is not there', async () => {
    const alarmId = await anAlarm();
    expect((await take(alarmId, 'ignored')).status).toBe(400);
    expect((await take(newId(), 'explained')).status).toBe(404);
  });
});
