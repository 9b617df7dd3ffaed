import { grantsOf } from '@mash/persistence';
import { DataSource } from 'typeorm';
import { startIntake } from '../../testing/start-intake';
import type { Intake } from '../../testing/start-intake';

describe('What the service may do to its tables', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.close());

  const grants = () => grantsOf(intake.app.get(DataSource), intake.appRole);

  test('contacts and all that was said are written once and never changed', async () => {
    const held = await grants();
    for (const table of [
      'contact',
      'caller',
      'idempotency',
      'consent_statement',
      'acknowledgement',
      'captured_mail',
      'match_trail',
      'person_search',
      'person_fact',
      'place_clearing',
    ]) {
      expect([table, held[table]]).toEqual([table, ['INSERT', 'SELECT']]);
    }
    expect(Object.keys(held).filter((name) => name.startsWith('mention.'))).not.toContain('mention.said');
    expect(Object.keys(held).filter((name) => name.startsWith('person.'))).toEqual([
      'person.address_lines',
      'person.address_protected',
      'person.gp',
      'person.postcode',
      'person.school',
      'person.school_protected',
      'person.surgery_protected',
    ]);
  });

  test('only drafts, the imported register and what messaging moves can be deleted', async () => {
    const deletable = Object.entries(await grants()).filter(([, privileges]) => privileges.includes('DELETE'));
    expect(deletable.map(([table]) => table).sort()).toEqual(['allocated_worker', 'draft', 'outbox', 'parked']);
  });

  test('nobody else may do anything', async () => {
    expect(await grantsOf(intake.app.get(DataSource), 'PUBLIC')).toEqual({});
  });

  test('a change of a contact is refused by the database itself', async () => {
    await expect(intake.app.get(DataSource).query('UPDATE contact SET urgent = true')).rejects.toThrow(
      /permission denied/,
    );
    await expect(intake.app.get(DataSource).query("UPDATE mention SET said = '{}'")).rejects.toThrow(
      /permission denied/,
    );
  });
});
