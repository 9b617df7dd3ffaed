import { RouteTeam } from '@mash/contracts';
import fc from 'fast-check';
import { Client } from 'pg';
import { SUBJECTS } from '../ability/abilities';
import type { Subject, SubjectKind } from '../ability/abilities';
import { defineAbilityFor } from '../ability/define-ability';
import { signatoryMark } from '../policies/agreement/agreement.policy';
import { AGENCIES, ELSEWHERE, HERE, everybody } from '../policies/shared/actors.scenarios';
import { ALL_SCENARIOS } from '../policies/all.scenarios';
import { sqlFilterFor } from './sql-filter';
import type { Columns } from './sql-filter';

const ROWS = 300;
const accounts = everybody.map(({ id }) => id);
const agencies = Object.values(AGENCIES) as string[];
const account = fc.constantFrom(...accounts);
const fewAccounts = fc.uniqueArray(account, { maxLength: 4 });

/** What each attribute may hold, with the PostgreSQL type that a service would give it. */
const ATTRIBUTES: Record<string, { type: string; values: fc.Arbitrary<unknown> }> = {
  id: { type: 'text', values: fc.uuid() },
  partnershipId: { type: 'uuid', values: fc.constantFrom(HERE, HERE, ELSEWHERE) },
  restricted: { type: 'boolean', values: fc.boolean() },
  namedAccess: { type: 'text[]', values: fewAccounts },
  conflicts: {
    type: 'text[]',
    values: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fewAccounts }),
  },
  authorId: { type: 'text', values: account },
  ownerId: { type: 'text', values: account },
  referrerId: { type: 'text', values: fc.option(account) },
  releaserIds: { type: 'text[]', values: fewAccounts },
  agencyId: { type: 'text', values: fc.constantFrom(...agencies) },
  holderAgencyId: { type: 'text', values: fc.constantFrom(...agencies) },
  parties: { type: 'text[]', values: fc.uniqueArray(fc.constantFrom(...agencies), { maxLength: 4 }) },
  signatories: {
    type: 'text[]',
    values: fc.uniqueArray(
      fc.tuple(fc.constantFrom(...agencies), account).map(([agency, id]) => signatoryMark(agency, id)),
      { maxLength: 30 },
    ),
  },
  draft: { type: 'boolean', values: fc.boolean() },
  team: { type: 'text', values: fc.constantFrom(...RouteTeam.options) },
  audience: { type: 'text', values: fc.constantFrom('hub', 'agency', 'team', 'author') },
  issued: { type: 'boolean', values: fc.boolean() },
  open: { type: 'boolean', values: fc.boolean() },
  sent: { type: 'boolean', values: fc.boolean() },
  climbed: { type: 'boolean', values: fc.boolean() },
  released: { type: 'boolean', values: fc.boolean() },
  ofHub: { type: 'boolean', values: fc.boolean() },
  agencyDesk: { type: 'boolean', values: fc.boolean() },
  recipientId: { type: 'text', values: fc.oneof(fc.constant(''), account) },
  recipientAgencyId: { type: 'text', values: fc.constantFrom(...agencies) },
  shownTo: { type: 'text[]', values: fewAccounts },
  sentTo: { type: 'text[]', values: fc.uniqueArray(fc.constantFrom(...agencies), { maxLength: 2 }) },
  overridable: { type: 'boolean', values: fc.boolean() },
  absentToHub: { type: 'boolean', values: fc.boolean() },
  waiting: { type: 'boolean', values: fc.boolean() },
  inForce: { type: 'boolean', values: fc.boolean() },
  askerIds: { type: 'text[]', values: fewAccounts },
  barredIds: { type: 'text[]', values: fewAccounts },
  keeperIds: { type: 'text[]', values: fewAccounts },
  ownerAgencyId: { type: 'text', values: fc.constantFrom('', ...agencies) },
  ownerGroup: {
    type: 'text',
    values: fc.constantFrom('hub', 'manager', 'door', 'agency', 'ig', 'admin', 'system'),
  },
  climbedTo: { type: 'text', values: fc.constantFrom('nobody', 'manager', 'ig') },
  standing: { type: 'boolean', values: fc.boolean() },
  confirmed: { type: 'boolean', values: fc.boolean() },
  decided: { type: 'boolean', values: fc.boolean() },
  accountId: { type: 'text', values: account },
  recordedBy: { type: 'text', values: account },
  speakerIds: { type: 'text[]', values: fewAccounts },
  requestedBy: { type: 'text', values: account },
  state: { type: 'text', values: fc.constantFrom('none', 'requested', 'withdrawn', 'erased') },
};

const attributesOf = (kind: SubjectKind): string[] =>
  Object.keys(SUBJECTS[kind].shape).filter((name) => name !== 'kind');
const quoted = (name: string): string => `"${name}"`;

function someRows(kind: SubjectKind, seed: number): Subject[] {
  const fields = Object.fromEntries(attributesOf(kind).map((name) => [name, ATTRIBUTES[name]!.values]));
  const rows = fc.sample(fc.record(fields), { numRuns: ROWS, seed });
  return rows.map((row, index) => ({ ...row, kind, id: `row-${index}` })) as unknown as Subject[];
}

async function writeRows(client: Client, kind: SubjectKind, rows: Subject[]): Promise<void> {
  const names = attributesOf(kind);
  await client.query(
    `CREATE TEMP TABLE ${quoted(kind)} (${names.map((name) => `${quoted(name)} ${ATTRIBUTES[name]!.type}`).join(', ')})`,
  );
  const places = names.map((_name, index) => `$${index + 1}`).join(', ');
  for (const row of rows) {
    const values = names.map((name) => (row as unknown as Record<string, unknown>)[name]);
    await client.query(`INSERT INTO ${quoted(kind)} VALUES (${places})`, values);
  }
}

describe('The SQL filter of the rules', () => {
  let client: Client;
  beforeAll(async () => {
    const url = process.env['MASH_TEST_POSTGRES'];
    if (url === undefined || url === '')
      throw new Error('No test PostgreSQL: set MASH_TEST_POSTGRES to an admin URL (npm run test:int does)');
    client = new Client({ connectionString: url });
    await client.connect();
  });
  afterAll(() => client.end());

  test.each(Object.keys(SUBJECTS) as SubjectKind[])(
    'returns exactly the %s records that the rules accept',
    async (kind) => {
      const rows = someRows(kind, 20260930);
      await writeRows(client, kind, rows);
      const columns = Object.fromEntries(attributesOf(kind).map((name) => [name, quoted(name)])) as Columns<
        typeof kind
      >;
      const actions = Object.keys(ALL_SCENARIOS[kind]).map((ability) => ability.slice(0, -kind.length - 1)) as never[];
      let accepted = 0;
      for (const actor of everybody) {
        for (const action of actions) {
          const filter = sqlFilterFor(actor, action, kind, columns);
          const wanted = rows.filter((row) => defineAbilityFor(actor).can(action, row)).map(({ id }) => id);
          const found = filter === null ? [] : await idsWhere(kind, filter.where, filter.params);
          expect({ actor: actor.id, action, ids: found }).toEqual({ actor: actor.id, action, ids: wanted.sort() });
          accepted += wanted.length;
        }
      }
      expect(accepted).toBeGreaterThan(0);
    },
  );

  const idsWhere = async (kind: SubjectKind, where: string, params: unknown[]): Promise<string[]> => {
    const { rows } = await client.query<{ id: string }>(`SELECT id FROM ${quoted(kind)} WHERE ${where}`, params);
    return rows.map(({ id }) => id).sort();
  };

  test('starts its placeholders where the rest of the query needs it, and takes literals for attributes a service does not keep', () => {
    const columns = {
      id: 'id',
      partnershipId: 'p.id',
      restricted: 'false',
      namedAccess: "'{}'::text[]",
      conflicts: "'{}'::text[]",
    };
    const manager = everybody.find((actor) => actor.kind === 'person' && actor.roles.includes('mash-manager'))!;
    const filter = sqlFilterFor(manager, 'read', 'Enquiry', columns, 4);
    expect(filter?.where).toMatch(/p\.id = \$4/);
    expect(filter?.where).not.toMatch(/\$[123]\b/);
  });

  test('is nothing, and not everything, for somebody who may see none', () => {
    const columns = { id: 'id', partnershipId: 'partnership_id' };
    const teacher = everybody[0]!;
    expect(sqlFilterFor(teacher, 'read', 'AuditEntry', columns)).toBeNull();
  });
});
