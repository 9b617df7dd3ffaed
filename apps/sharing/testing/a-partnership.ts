import {
  DEMO_AGENCIES,
  Purpose,
  type AgreementContent,
  type AgreementContentLine,
  type Category,
} from '@mash/contracts';
import { people } from '@mash/testing';
import { anAgreement, conclude, SIGNATORIES } from './an-agreement';
import type { Sharing } from './start-sharing';

const { council, socialCare, earlyHelp, police, health, school } = DEMO_AGENCIES;
const body = (agencyId: string, kind: string, answersFor: string[] = []) => ({
  ...{ agencyId, name: `The body ${agencyId}`, kind, answersFor },
  ...{ bound: true, reveals: 'none', s47List: true },
});
const ofKind = (...kinds: AgreementContentLine['from']['kinds']) => ({ organisations: [], kinds });
const CATEGORIES: Category[] = [
  'police-incidents',
  'domestic-abuse',
  'health-injuries',
  'education-attendance',
  'education-enrolment',
  'health-registration',
  'housing-tenancy',
  'social-care-history',
  'hub-summary',
];

/** The bodies, and who signs for them. */
export async function register(sharing: Sharing): Promise<void> {
  const admin = sharing.as(people.admin);
  const agencies = [
    body(council, 'council'),
    body(socialCare, 'council', ['social-care']),
    body(earlyHelp, 'council', ['early-help']),
    body(police, 'police', ['police']),
    body(health, 'health', ['health']),
    body(school, 'education'),
    { ...body('a-charity', 'voluntary'), bound: false },
  ];
  const named = (agencyId: string, accountId: string, jobTitle: string, approves: boolean) => ({
    ...{ agencyId, accountId, jobTitle, approves, name: `Somebody of ${agencyId}` },
  });
  const signatories = [
    ...Object.entries(SIGNATORIES).map(([agencyId, { id }]) => named(agencyId, id, 'Data protection officer', true)),
    named(council, people.admin.id, 'Partnership administrator', false),
  ];
  const answers = [
    await admin('put', '/register/agencies', { agencies }),
    await admin('put', '/register/signatories', { signatories }),
  ];
  const failed = answers.find(({ status }) => status !== 204);
  if (failed !== undefined) throw new Error(`Not registered: ${JSON.stringify(failed.body)}`);
}

const line = (
  lineId: string,
  from: AgreementContentLine['from'],
  to: AgreementContentLine['to'],
): AgreementContentLine => ({
  ...{ lineId, rank: 'default', effect: 'allow', from, to, categories: CATEGORIES, purposes: Purpose.options },
  modes: ['ask', 'existence', 'content', 'onward'],
  standingRelease: ['team_sc'],
});

/** Register and one agreement in force, approved by every party. */
export async function establish(sharing: Sharing): Promise<AgreementContent> {
  await register(sharing);
  const parties = [council, police, health, school].map((agencyId) => ({ agencyId, role: 'controller' as const }));
  const everybody = ofKind('police', 'health', 'education', 'council');
  const lines = [line('in', everybody, ofKind('council')), line('out', ofKind('council'), everybody)];
  return conclude(sharing, anAgreement({ slug: 'all-of-us', title: 'All of us', parties, lines }));
}
