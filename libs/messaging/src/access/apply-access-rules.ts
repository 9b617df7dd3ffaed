import { setTimeout as wait } from 'node:timers/promises';
import { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } from 'kafkajs';
import type { AclEntry, Admin } from 'kafkajs';
import { createKafka } from '../kafka/create-kafka';
import type { KafkaConnection } from '../kafka/kafka-connection';
import type { AccessRule } from './access-rules';

export interface AppliedAccess {
  readonly added: number;
  readonly removed: number;
}

const LONGEST_WAIT_MS = 30_000;
const ASK_AGAIN_MS = 100;

const RESOURCES = { topic: AclResourceTypes.TOPIC, group: AclResourceTypes.GROUP };
const OPERATIONS = { read: AclOperationTypes.READ, write: AclOperationTypes.WRITE };

const principalOf = ({ user }: AccessRule): string => `User:${user}`;

const entryOf = (rule: AccessRule): AclEntry => ({
  principal: principalOf(rule),
  host: '*',
  operation: OPERATIONS[rule.operation],
  permissionType: AclPermissionTypes.ALLOW,
  resourceType: RESOURCES[rule.resource],
  resourceName: rule.name,
  resourcePatternType: ResourcePatternTypes.LITERAL,
});

const sameness = (entry: AclEntry): string =>
  JSON.stringify([
    entry.principal,
    entry.host,
    entry.operation,
    entry.permissionType,
    entry.resourceType,
    entry.resourceName,
    entry.resourcePatternType,
  ]);

/** Everything that the broker says of one user, allowed or denied. */
async function standing(admin: Admin, principal: string): Promise<AclEntry[]> {
  const { resources } = await admin.describeAcls({
    principal,
    resourceType: AclResourceTypes.ANY,
    resourcePatternType: ResourcePatternTypes.ANY,
    operation: AclOperationTypes.ANY,
    permissionType: AclPermissionTypes.ANY,
  });
  return resources.flatMap(({ acls, ...resource }) => acls.map((acl) => ({ ...acl, ...resource })));
}

function without(entries: readonly AclEntry[], others: readonly AclEntry[]): AclEntry[] {
  const known = new Set(others.map(sameness));
  return entries.filter((entry) => !known.has(sameness(entry)));
}

async function difference(
  admin: Admin,
  rules: readonly AccessRule[],
): Promise<Record<'missing' | 'beyond', AclEntry[]>> {
  const wanted = rules.map(entryOf);
  const found: AclEntry[] = [];
  for (const principal of new Set(rules.map(principalOf))) found.push(...(await standing(admin, principal)));
  return { missing: without(wanted, found), beyond: without(found, wanted) };
}

async function untilTheyStand(admin: Admin, rules: readonly AccessRule[]): Promise<void> {
  for (const until = Date.now() + LONGEST_WAIT_MS; ;) {
    const { missing, beyond } = await difference(admin, rules);
    if (missing.length + beyond.length === 0) return;
    if (Date.now() > until) throw new Error(`MESSAGING.ACCESS_NOT_APPLIED within ${LONGEST_WAIT_MS} ms`);
    await wait(ASK_AGAIN_MS);
  }
}

/**
 * Makes the broker's rules about the users that `rules` name what `rules` say: adds what is missing, then takes away what stands beyond them, such as the
 * right to a topic that a service has ceased to read. Rules about other users stay. Idempotent. Resolves when the broker that was asked goes by them: it
 * hears of them a moment after they are made.
 * @param connection as a user who may alter the cluster
 * @throws KafkaJSError where no broker answers or the user may not
 */
export async function applyAccessRules(
  connection: KafkaConnection,
  rules: readonly AccessRule[],
): Promise<AppliedAccess> {
  const admin = createKafka({ ...connection, clientId: 'mash-access', retries: 5 }).admin();
  await admin.connect();
  try {
    const { missing, beyond } = await difference(admin, rules);
    if (missing.length > 0) await admin.createAcls({ acl: missing });
    if (beyond.length > 0) await admin.deleteAcls({ filters: beyond });
    await untilTheyStand(admin, rules);
    return { added: missing.length, removed: beyond.length };
  } finally {
    await admin.disconnect();
  }
}
