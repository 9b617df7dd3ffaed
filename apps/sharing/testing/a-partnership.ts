import { DEMO_AGENCIES, newId, Purpose, type Category } from '@mash/contracts';
import { people } from '@mash/testing';
import type { Sharing } from './start-sharing';

const { council, socialCare, police, health, school } = DEMO_AGENCIES;
const body = (agencyId: string, kind: string, answersFor: string[] = []) => ({
  ...{ agencyId, name: `The body ${agencyId}`, kind, answersFor },
  ...{ bound: true, reveals: 'none', s47List: true },
});
const ofKind = (...kinds: string[]) => ({ organisations: [], kinds });
const CATEGORIES: Category[] = [
  'police-incidents',
  'domestic-abuse',
  'health-injuries',
  'education-attendance',
  'social-care-history',
  'hub-summary',
];

/** Register and one agreement in force, put there by the partnership's administrator. */
export async function establish(sharing: Sharing): Promise<void> {
  const admin = sharing.as(people.admin);
  const agencies = [
    body(council, 'council'),
    body(socialCare, 'council', ['social-care']),
    body(police, 'police', ['police']),
    body(health, 'health', ['health']),
    body(school, 'education'),
  ];
  const registered = await admin('put', '/register/agencies', { agencies });
  const line = {
    ...{ rank: 'default', effect: 'allow', categories: CATEGORIES, modes: ['ask', 'existence', 'content', 'onward'] },
    purposes: Purpose.options,
    standingRelease: ['team_sc'],
  };
  const agreed = await admin('post', '/agreements', {
    ...{ agreementId: newId(), version: 1, slug: 'all-of-us', title: 'All of us', tier: 'tier-2', owner: 'The hub' },
    ...{ inForceFrom: '2020-01-01', reviewDue: '2099-01-01' },
    lines: [
      { ...line, lineId: 'in', from: ofKind('police', 'health', 'education', 'council'), to: ofKind('council') },
      { ...line, lineId: 'out', from: ofKind('council'), to: ofKind('police', 'health', 'education', 'council') },
    ],
  });
  if (registered.status !== 204 || agreed.status >= 300)
    throw new Error(`Not established: ${JSON.stringify([registered.body, agreed.body])}`);
}
