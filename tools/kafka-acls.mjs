/**
 * Who may write and read what on Kafka, from the list in libs/contracts that the services publish and subscribe by.
 *   node tools/kafka-acls.mjs            prints it as commands of Kafka's own kafka-acls.sh
 *   node tools/kafka-acls.mjs --apply    makes it so, and takes away what these users may do beyond it
 * Reads TOPIC_PREFIX; to apply it, KAFKA_BROKERS, KAFKA_USERNAME and KAFKA_PASSWORD of who may alter the cluster, KAFKA_TLS and KAFKA_CA_FILE.
 */
import messaging from '@mash/messaging';

const [wish, ...more] = process.argv.slice(2);
if (more.length > 0 || (wish !== undefined && wish !== '--apply')) {
  console.error('node tools/kafka-acls.mjs [--apply]');
  process.exit(2);
}
const rules = messaging.accessRules(process.env.TOPIC_PREFIX ?? '');
if (wish === '--apply') {
  const { added, removed } = await messaging.applyAccessRules(messaging.readKafkaConnection(), rules);
  console.log(`Kafka: ${rules.length} rules stand (${added} added, ${removed} others taken away)`);
} else {
  for (const line of messaging.aclCommands(rules)) console.log(line);
}
