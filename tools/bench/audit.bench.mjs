/**
 * How many audit entries in a second the audit service takes off the topic into the log of one partnership: one partition, one chain, one writer.
 *
 * The entries lie on the topic before the service starts to read, as the relays of the other services send them. The clock runs from the first
 * entry in the log to the last; each is read by its contract, chained, and committed on a PostgreSQL that waits for the disk. In turn with
 * it, the same rows are put into a table of the same kind by a bare multi-row INSERT for each five hundred, with no chain and nothing checked.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const load = createRequire(import.meta.url);
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
load('./typescript.cjs');
const audit = join(root, 'apps', 'audit');
const { AppModule } = load(join(audit, 'src', 'app.module.ts'));
const { auditTransport } = load(join(audit, 'src', 'transport.ts'));
const { migrations } = load(join(audit, 'src', 'persistence', 'migrations', 'index.ts'));
const { auditEvent } = load(join(audit, 'testing', 'audit-messages.ts'));
const { AUDIT_LOG } = load(join(audit, 'src', 'domain', 'audit-log.ts'));
const { ChainVerifier } = load(join(audit, 'src', 'domain', 'chain-verifier.ts'));
const { auditTopicOf, DEMO_PARTNERSHIP } = load('@mash/contracts');
const { ensureTopics } = load('@mash/messaging');
const { generateSigningKey } = load('@mash/sealing');
const { freshDatabase, freshTopicPrefix, issueTestTokens, startTestService, testKafka } = load('@mash/testing');
const { Kafka, logLevel } = load('kafkajs');
const { Client } = load('pg');

const ENTRIES = 4_000;
const ROUNDS = 5;
const IN_ONE_SEND = 100;
const IN_ONE_INSERT = 500;
const AIM = 660;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const perSecond = (count, ms) => (count * 1000) / ms;

async function fill(producer, topic) {
  for (let sent = 0; sent < ENTRIES; sent += IN_ONE_SEND) {
    const messages = Array.from({ length: IN_ONE_SEND }, () => {
      const event = auditEvent();
      const headers = { id: event.id, type: event.type, version: String(event.version) };
      return { key: DEMO_PARTNERSHIP, value: JSON.stringify(event), headers };
    });
    await producer.send({ topic, messages });
  }
}

/** A service of its own on a database of its own: how many entries a second from its first to its last. */
async function sequenced(producer, tokens) {
  const [topicPrefix, brokers] = [freshTopicPrefix(), testKafka()];
  const [database, key] = [await freshDatabase('audit', migrations), await generateSigningKey()];
  const topic = auditTopicOf(auditEvent().data.service);
  await ensureTopics({ brokers }, { topics: [topic], topicPrefix });
  await fill(producer, topicPrefix + topic);
  const settings = { databaseUrl: database.appUrl, kafka: { brokers }, topicPrefix, signingKey: key.privateKey };
  const service = await startTestService({
    service: 'audit',
    issuer: tokens.issuer,
    module: AppModule.with(settings),
    transport: (app) => auditTransport(app, { brokers, topicPrefix }),
  });
  const log = service.app.get(AUDIT_LOG, { strict: false });
  const inLog = async () => (await log.head(DEMO_PARTNERSHIP))?.seq ?? 0;
  let [first, startedAt] = [0, 0];
  for (let there = 0; there < ENTRIES; there = await inLog()) {
    if (first === 0 && there > 0) [first, startedAt] = [there, performance.now()];
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const rate = perSecond(ENTRIES - first, performance.now() - startedAt);
  const verifier = new ChainVerifier(new Map());
  for await (const row of log.walk(DEMO_PARTNERSHIP)) verifier.take(row);
  const { entries, break: broken } = verifier.report();
  if (entries !== ENTRIES || broken) throw new Error(`Of ${ENTRIES} entries the log holds ${entries} in a whole chain`);
  const bare = await inserted(database.ownerUrl);
  await service.close();
  await database.drop();
  return { rate, bare };
}

/** The rows of the log once more, into a table beside it. */
async function inserted(connectionString) {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query('CREATE TABLE bare (LIKE audit_entry INCLUDING ALL)');
  const startedAt = performance.now();
  for (let from = 0; from < ENTRIES; from += IN_ONE_INSERT)
    await client.query('INSERT INTO bare SELECT * FROM audit_entry WHERE seq > $1 AND seq <= $2', [
      from,
      from + IN_ONE_INSERT,
    ]);
  const took = performance.now() - startedAt;
  await client.end();
  return perSecond(ENTRIES, took);
}

async function main() {
  const tokens = await issueTestTokens();
  const producer = new Kafka({ brokers: testKafka(), logLevel: logLevel.NOTHING }).producer();
  await producer.connect();
  const rounds = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const measured = await sequenced(producer, tokens);
    if (round >= 0) rounds.push(measured);
  }
  const rates = rounds.map(({ rate }) => rate);
  const said = (values) => values.map((value) => Math.round(value).toLocaleString('en-GB')).join(', ');
  console.log(`${ENTRIES} entries of one partnership in each of ${ROUNDS} rounds, entries a second: ${said(rates)}`);
  console.log(`  the same rows by a bare INSERT: ${said(rounds.map(({ bare }) => bare))}`);
  console.log(`RATIO audit.entries-a-second ${Math.round(median(rates))} aim >= ${AIM}`);
  console.log(`  over the bare INSERT ${median(rounds.map(({ rate, bare }) => rate / bare)).toFixed(3)}`);
  await producer.disconnect();
  await tokens.close();
}

await main();
process.exit(0);
