import { ReleaserDesk } from '@mash/contracts';
import { desksKeptBy } from './keeper-roles';
import { readAppointment } from './name/name-releaser.form';
import { nameReleaserView } from './name/name-releaser.presenter';
import { releasersView } from './list/releasers.presenter';
import { Posted } from '../../forms/posted';

const IDS = { agencyId: 'police', appointmentId: '0192a000-0000-7000-8000-000000000001' };
const named = new Posted({ desk: 'ig', seat: 'duty', name: 'A duty team', telephone: '01632 960101' });
const appointed = {
  ...IDS,
  desk: 'legal',
  seat: 'releaser',
  name: 'A lawyer',
  appointedBy: 'an-administrator',
} as const;

describe('Whom an agency names for itself', () => {
  test("is never somebody at a desk of the partnership's", () => {
    const own = desksKeptBy({ roles: ['police-liaison'] });
    expect(own).toEqual(['holder', 'safeguarding']);
    expect(readAppointment(named, IDS, own).errors).toEqual([expect.objectContaining({ field: 'desk' })]);
    expect(endsOf(own)).toEqual([undefined]);
  });

  test('is told what naming takes from the colleagues, of a safeguarding lead above all', () => {
    const view = nameReleaserView(
      { agencyId: 'police', desks: ReleaserDesk.options, seesAccounts: true },
      undefined,
      [],
    );
    expect(JSON.stringify(view.fields[0])).toContain('the lead alone may then release, refuse, hold or correct');
  });

  test('the administrator names at every desk', () => {
    const all = desksKeptBy({ roles: ['partnership-admin'] });
    expect(all).toEqual(ReleaserDesk.options);
    expect(readAppointment(named, IDS, all).appoint).toMatchObject({ desk: 'ig' });
    expect(endsOf(all)).toEqual([expect.stringContaining(IDS.appointmentId)]);
  });

  const endsOf = (desks: readonly ReleaserDesk[]) => {
    const now = new Date('2026-11-24T10:00:00Z');
    const appointments = [{ ...appointed, startsAt: now.toISOString() }];
    const { agencies } = releasersView(
      { appointments, warnings: [], mayKeep: ['police'] },
      { desks, heard: undefined, now },
    );
    return agencies.flatMap(({ rows }) => rows.map(({ endHref }) => endHref));
  };
});
