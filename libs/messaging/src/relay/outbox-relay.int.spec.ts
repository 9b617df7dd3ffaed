import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { AUDIT_TOPIC, auditTopicOf } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { eventually, freshTopicPrefix, testKafka } from '@mash/testing';
import type { FreshDatabase } from '@mash/testing';
import { createKafka } from '../kafka/create-kafka';
import { ensureTopics } from '../kafka/ensure-topics';
import { Outbox } from '../outbox/outbox';
import { fixtureDatabase } from '../testing/fixture-database';
import { StepTakenV1 } from '../testing/fixture.contracts';
import { SERVICE, TestService, someContext } from '../testing/test-service';

jest.setTimeout(60_000);

describe('The way from the outbox through Kafka to a reaction', () => {
  let database: FreshDatabase;
  let service: TestService;
  const topicPrefix = freshTopicPrefix();

  beforeAll(async () => {
    database = await fixtureDatabase();
    service = await TestService.start({
      databaseUrl: database.appUrl,
      brokers: testKafka(),
      topicPrefix,
    });
  });
  afterAll(async () => {
    await service.stop();
    await database.drop();
  });

  test('does not lose the event of a transaction that committed after a later one was sent', async () => {
    const [late, early] = [randomUUID(), randomUUID()];
    const unitOfWork = service.app.get(UnitOfWork);
    const held = unitOfWork.run(async (tx) => {
      await service.app.get(Outbox).append(tx, StepTakenV1, { enquiryId: late, n: 1 }, someContext()); // the lower number
      await eventually(async () => expect(await service.stepsOf(early)).toEqual([1]));
    });
    await wait(100);
    await service.take(early, 1);
    await held;
    await eventually(async () => expect(await service.stepsOf(late)).toEqual([1]));
  });

  test('loses nothing, doubles nothing and keeps the order of every key, with eight writers that overlap', async () => {
    const keys = Array.from<unknown, string>({ length: 4 }, () => randomUUID());
    const unitOfWork = service.app.get(UnitOfWork);
    const outbox = service.app.get(Outbox);
    let n = 0;
    const write = async (): Promise<void> => {
      for (let step = 0; step < 40; step++) {
        await unitOfWork.run(async (tx) => {
          await outbox.append(tx, StepTakenV1, { enquiryId: keys[step % 4]!, n: (n += 1) }, someContext());
          await wait(n % 5);
        });
      }
    };
    await Promise.all(Array.from({ length: 8 }, write));
    const all = await eventually(async () => {
      const effects = (await service.effects()).filter(({ enquiryId }) => keys.includes(enquiryId));
      expect(effects).toHaveLength(320);
      return effects;
    });
    for (const key of keys) {
      const appended = await service.dataSource.query<{ n: number }[]>(
        `SELECT (envelope->'data'->>'n')::int AS n FROM outbox_archive WHERE key = $1 ORDER BY seq`,
        [key],
      );
      expect(all.filter(({ enquiryId }) => enquiryId === key).map((effect) => effect.n)).toEqual(
        appended.map((row) => row.n),
      );
    }
  });

  test('empties the outbox into an archive that names the day and the Kafka cluster', async () => {
    await service.take(randomUUID(), 1);
    await eventually(async () => expect(await service.dataSource.query('SELECT 1 FROM outbox')).toEqual([]));
    const [row] = await service.dataSource.query(
      `SELECT day = (clock_timestamp() AT TIME ZONE 'UTC')::date AS today, cluster_id FROM outbox_archive ORDER BY seq DESC LIMIT 1`,
    );
    expect(row.today).toBe(true);
    expect(row.cluster_id).toMatch(/^.{10,}$/);
  });

  test('takes audit entries to the topic of the service alone, those too that an earlier version put down for all services', async () => {
    const topic = topicPrefix + auditTopicOf(SERVICE);
    await ensureTopics({ brokers: testKafka() }, { topics: [auditTopicOf(SERVICE), AUDIT_TOPIC], topicPrefix });
    await service.dataSource.query(
      `INSERT INTO outbox (id, topic, key, type, version, envelope) VALUES ($1, $2, 'a-key', 'audit.audit-recorded', 1, '{}')`,
      [randomUUID(), AUDIT_TOPIC],
    );
    await eventually(async () => expect(await service.dataSource.query('SELECT 1 FROM outbox')).toEqual([]));
    const admin = createKafka({ brokers: testKafka(), clientId: 'offsets' }).admin();
    await admin.connect();
    const messagesOn = async (name: string) =>
      (await admin.fetchTopicOffsets(name)).reduce((sum, { high }) => sum + Number(high), 0);
    // A topic that was made just now may have no leader yet.
    await eventually(async () =>
      expect([await messagesOn(topic), await messagesOn(topicPrefix + AUDIT_TOPIC)]).toEqual([1, 0]),
    );
    await admin.disconnect();
  });

  test('carries type, version and trace in the headers and nothing else', async () => {
    const enquiryId = randomUUID();
    await service.take(enquiryId, 1);
    await eventually(async () => expect(await service.stepsOf(enquiryId)).toEqual([1]));
    const [row] = await service.dataSource.query('SELECT envelope FROM outbox_archive WHERE key = $1', [enquiryId]);
    expect(Object.keys(row.envelope).sort()).toEqual(
      ['actor', 'correlationId', 'data', 'id', 'occurredAt', 'partnershipId', 'type', 'version'].sort(),
    );
  });
});
