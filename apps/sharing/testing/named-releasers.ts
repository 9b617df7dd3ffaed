import type { PersonActor } from '@mash/authorisation';
import { DEMO_AGENCIES, newId, type Appoint } from '@mash/contracts';
import { people } from '@mash/testing';
import type { Sharing } from './start-sharing';

/** Somebody of the police desk, as an administrator would name them. */
export const appointment = (changes: Partial<Appoint> = {}): Appoint => ({
  appointmentId: newId(),
  agencyId: DEMO_AGENCIES.police,
  desk: 'holder',
  seat: 'releaser',
  accountId: people.policeLiaison.id,
  name: 'A named releaser',
  ...changes,
});

/** Names releaser, deputy and senior of the police, a duty route to ring, and the hub's two managers. */
export async function nameReleasers(sharing: Sharing, startsAt: string): Promise<void> {
  const as = (person: PersonActor, changes: Partial<Appoint>) =>
    appointment({ accountId: person.id, agencyId: person.agencyId, startsAt, ...changes });
  const all = [
    as(people.policeLiaison, { seat: 'releaser' }),
    as(people.policeDeputy, { seat: 'deputy' }),
    as(people.policeSenior, { seat: 'senior' }),
    {
      ...as(people.policeLiaison, { seat: 'duty', name: 'Control room', telephone: '01632 960101' }),
      accountId: undefined,
    },
    as(people.manager, { desk: 'hub_manager', seat: 'releaser' }),
    as(people.deputyManager, { desk: 'hub_manager', seat: 'deputy' }),
    as(people.igOfficer, { desk: 'ig', seat: 'releaser' }),
  ];
  for (const one of all) {
    const named = await sharing.as(people.admin)('post', '/register/releasers', one);
    if (named.status !== 204) throw new Error(`Not named: ${named.text}`);
  }
}
