import type { AccessRule } from './access-rules';

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The rules as commands of Kafka's own `kafka-acls.sh`, for an operator who applies them by other means than ours. */
export const aclCommands = (rules: readonly AccessRule[]): string[] =>
  rules.map(({ user, resource, name, operation }) =>
    [
      'kafka-acls.sh --bootstrap-server "$BROKERS" --command-config "$ADMIN_PROPERTIES" --add',
      `--allow-principal ${quoted(`User:${user}`)} --operation ${operation}`,
      `--${resource} ${quoted(name)} --resource-pattern-type literal`,
    ].join(' '),
  );
