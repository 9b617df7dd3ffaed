import { newId } from '@mash/contracts';
import { createDataSource, migrateService } from '@mash/persistence';
import { freshDatabase } from '@mash/testing';
import { ProtectEveryPlace1795305600420 as Migration } from './protect-every-place';
import { migrations } from './all-migrations';

jest.setTimeout(60_000);

const earlier = migrations.slice(0, migrations.indexOf(Migration));
const [partnership, contact, enquiry] = [newId(), newId(), newId()];
const [provisional, found, inHiding, inNone] = [newId(), newId(), newId(), newId()];
const AT = '2026-11-01T09:00:00Z';

const CONTACT = `
  INSERT INTO contact (contact_id, enquiry_id, partnership_id, reference, enquiry_reference, received_at, recorded_at, source, referrer_kind, urgent,
    reply, key_id, envelope, presenting_issues, author_id, authorship)
  VALUES ('${contact}', '${enquiry}', '${partnership}', 'C-2222222', 'E-2222222', '${AT}', '${AT}', '10', 'professional', false,
    'none', 'k', 'a.b.c.d.e', '{}', 'somebody', 'own')`;
const person = (id: string, its: string) =>
  `INSERT INTO person (person_id, partnership_id, kind, created_at, school, gp, address_lines, address_protected)
   VALUES ('${id}', '${partnership}', 'child', '${AT}', 'A School', 'A Surgery', ${its})`;
const MENTION = `
  INSERT INTO roster (enquiry_id, partnership_id, household_id, version) VALUES ('${enquiry}', '${partnership}', '${newId()}', 1);
  INSERT INTO mention (enquiry_id, mention_id, position, partnership_id, origin, said, person_id, provisional_person_id, matched, relation,
    same_person_keys, blocking_keys)
  VALUES ('${enquiry}', '${newId()}', 0, '${partnership}', 'contact', '{"schoolProtected": true}', '${found}', '${provisional}', 'matched', 'concern', '{}', '{}')`;

test('A database of before holds no place of whom one place is protected, and a school that a contact said is secret counts', async () => {
  const database = await freshDatabase('contact-intake', earlier);
  const { ownerUrl, appRole } = database;
  const dataSource = createDataSource({ url: ownerUrl, migrations, poolSize: 2, applicationName: 'a test' });
  try {
    await dataSource.initialize();
    const people = [
      person(provisional, "'1 Road', false"),
      person(found, "'1 Road', false"),
      person(inHiding, 'NULL, true'),
      person(inNone, "'2 Road', false"),
    ];
    for (const sql of [CONTACT, ...people, MENTION]) await dataSource.query(sql);
    await migrateService({ ownerUrl, appRole, migrations });
    const rows = await dataSource.query<Record<string, unknown>[]>(
      `SELECT person_id, address_lines, school, gp, school_protected FROM person ORDER BY array_position($1::uuid[], person_id)`,
      [[provisional, found, inHiding, inNone]],
    );
    const none = { address_lines: null, school: null, gp: null };
    expect(rows).toEqual([
      { person_id: provisional, ...none, school_protected: true },
      { person_id: found, ...none, school_protected: true },
      { person_id: inHiding, ...none, school_protected: false },
      { person_id: inNone, address_lines: '2 Road', school: 'A School', gp: 'A Surgery', school_protected: false },
    ]);
  } finally {
    await dataSource.destroy();
    await database.drop();
  }
});
