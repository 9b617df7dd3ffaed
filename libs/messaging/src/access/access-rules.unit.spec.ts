import { accessRules } from './access-rules';
import { aclCommands } from './acl-commands';

const of = (user: string, topicPrefix = '') =>
  accessRules(topicPrefix)
    .filter((rule) => rule.user === user)
    .map(({ operation, resource, name }) => `${operation} ${resource} ${name}`);

describe("The rules for the services' Kafka users", () => {
  test('say of agency-requests: its topic and audit entries to write, what it hears to read, its own group', () => {
    expect(of('agency-requests')).toEqual([
      'write topic mash.agency-requests.v1',
      'write topic mash.audit.agency-requests.v1',
      'read topic mash.contact-intake.v1',
      'read topic mash.decision.v1',
      'read topic mash.sharing.v1',
      'read group agency-requests',
    ]);
  });

  test('put the prefix of a set-up before users, topics and groups, so that set-ups on one Kafka stay apart', () => {
    expect(of('blue.audit', 'blue.')).toEqual([
      'write topic blue.mash.audit.audit.v1',
      ...['contact-intake', 'decision', 'agency-requests', 'sharing', 'audit'].map(
        (service) => `read topic blue.mash.audit.${service}.v1`,
      ),
      'read topic blue.mash.audit.v1',
      'read group blue.audit',
    ]);
  });

  test('are commands of kafka-acls.sh, one for each rule, quoted', () => {
    const rules = accessRules("it's.");
    const commands = aclCommands(rules);
    expect(commands).toHaveLength(rules.length);
    expect(commands[0]).toBe(
      'kafka-acls.sh --bootstrap-server "$BROKERS" --command-config "$ADMIN_PROPERTIES" --add' +
        ` --allow-principal 'User:it'\\''s.contact-intake' --operation write` +
        ` --topic 'it'\\''s.mash.contact-intake.v1' --resource-pattern-type literal`,
    );
  });
});
