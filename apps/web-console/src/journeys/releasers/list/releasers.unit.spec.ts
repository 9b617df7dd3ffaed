import { ReleaserDesk, type Appointment, type Releasers } from '@mash/contracts';
import { readAppointment } from '../name/name-releaser.form';
import { Posted } from '../../../forms/posted';
import { releasersView } from './releasers.presenter';

const now = new Date('2026-11-24T10:00:00.000Z');
const ACCOUNT = '0198aaaa-0000-7000-8000-00000000000a';
const seat = (changes: Partial<Appointment> = {}): Appointment => ({
  ...{ appointmentId: '0198aaaa-0000-7000-8000-000000000001', agencyId: 'riverside-police', desk: 'holder' },
  ...{ seat: 'releaser', accountId: ACCOUNT, name: 'Callum Reyes', startsAt: '2026-11-01T00:00:00.000Z' },
  appointedBy: 'x',
  ...changes,
});
const SEEN: Readonly<Record<string, string>> = { [ACCOUNT]: 'Callum Reyes (police liaison)' };
const heard = (accountId: string) => SEEN[accountId];
const register = (...appointments: Appointment[]): Releasers => ({
  ...{ appointments, warnings: [], mayKeep: ['riverside-police'] },
});
const view = (one: Appointment, by: typeof heard | undefined = heard) =>
  releasersView(register(one), { desks: ReleaserDesk.options, heard: by, now });
const rowOf = (one: Appointment) => view(one).agencies[0]?.rows[0];

describe('Who answers', () => {
  test('is unsafe where nobody has signed in with the account yet: a wrong number seats nobody', () => {
    const mistyped = seat({ accountId: ACCOUNT.replace('a', 'b') });
    expect(view(mistyped).heading).toBe('Who answers is unsafe at 1 agency');
    expect(view(mistyped).agencies[0]?.warnings).toEqual([
      "The agency's own information: nobody has signed in with the account of Callum Reyes yet. Check the number",
    ]);
    expect(view(seat()).agencies[0]?.warnings).toEqual([]);
  });

  test('is said nothing against where nobody can tell, or where a duty team is rung', () => {
    expect(
      releasersView(register(seat({ accountId: ACCOUNT.replace('a', 'b') })), {
        ...{ desks: [], heard: undefined, now },
      }).agencies[0]?.warnings,
    ).toEqual([]);
    const { accountId: _none, ...rung } = seat({ seat: 'duty', telephone: '01234 567890' });
    expect(view(rung).agencies[0]?.warnings).toEqual([]);
  });

  test('says whose account it is, where that is another name', () => {
    expect(rowOf(seat())?.who).toBe('Callum Reyes');
    expect(rowOf(seat({ name: 'Dana Cole' }))?.who).toBe('Dana Cole (signs in as Callum Reyes (police liaison))');
  });

  test('can be cut short while the last day is still to come, and not once it has passed', () => {
    expect(rowOf(seat({ endsAt: '2027-03-28T00:00:00.000Z' }))?.endHref).toBe(`/releasers/end/${seat().appointmentId}`);
    expect(rowOf(seat({ endsAt: '2026-11-23T00:00:00.000Z' }))?.endHref).toBeUndefined();
  });

  test('is named by an account in small letters, as tokens have it', () => {
    const posted = new Posted({
      desk: 'holder',
      seat: 'releaser',
      name: 'Callum Reyes',
      account: ACCOUNT.toUpperCase(),
    });
    const its = { agencyId: 'riverside-police', appointmentId: seat().appointmentId };
    expect(readAppointment(posted, its, ReleaserDesk.options).appoint?.accountId).toBe(ACCOUNT);
  });
});
