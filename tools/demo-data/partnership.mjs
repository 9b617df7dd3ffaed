import { PEOPLE } from './people.mjs';

const body = (agencyId, name, kind, bound, answersFor = [], more = {}) => ({
  agencyId,
  name,
  kind,
  bound,
  reveals: 'none',
  s47List: ['council', 'health', 'housing'].includes(kind),
  answersFor,
  ...more,
});

/** The register of the invented Riverside partnership. */
export const REGISTER = [
  body('riverside-council', 'Riverside Council', 'council', true),
  body('riverside-social-care', "Riverside Children's Social Care", 'council', true, ['social-care']),
  body('riverside-early-help', 'Riverside Early Help', 'council', true, ['early-help']),
  body('riverside-police', 'Riverside Police', 'police', true, ['police']),
  body('riverside-health-trust', 'Riverside NHS Trust', 'health', true, ['health']),
  body('riverside-education', 'Riverside Education Safeguarding', 'education', true, ['education']),
  body('meadow-lane-primary', 'Meadow Lane Primary School', 'education', true),
  body('mill-street-surgery', 'Mill Street Surgery', 'health', true),
  body('riverside-homes', 'Riverside Homes', 'housing', false, ['housing']),
  body('riverside-family-charity', 'Riverside Family Charity', 'voluntary', false),
];

const CATEGORIES = {
  police: [
    'police-incidents',
    'police-convictions',
    'police-intelligence',
    'domestic-abuse',
    'protective-orders',
    'missing-episodes',
  ],
  health: [
    'health-registration',
    'health-attendance',
    'health-injuries',
    'health-development',
    'parental-mental-health',
    'substance-misuse',
  ],
  education: ['education-enrolment', 'education-attendance', 'education-send', 'education-safeguarding'],
  council: [
    'social-care-status',
    'social-care-history',
    'early-help-history',
    'contact-narrative',
    'hub-summary',
    'domestic-abuse',
  ],
};
const ALL = Object.values(CATEGORIES).flat();
const HELPING = ['SCREEN', 'EH', 'S17', 'S47', 'STRATEGY', 'DA', 'MISSING'];
const council = { organisations: [], kinds: ['council'] };
const kinds = (...list) => ({ organisations: [], kinds: list });
const line = (lineId, from, to, categories, modes, more = {}) => ({
  lineId,
  rank: 'default',
  effect: 'allow',
  from,
  to,
  purposes: HELPING,
  categories: [...new Set(categories)],
  modes,
  standingRelease: ['team_sc', 'team_eh', 'police', 'agency'],
  ...more,
});
const day = (now, days) => new Date(now + days * 86_400_000).toISOString().slice(0, 10);

/** Agreements of the demo: one in force for the hub, one past its review, one expired, one with an exception. */
export const agreements = (now) => [
  {
    agreementId: '01980000-0000-7000-8000-0000000a0001',
    version: 1,
    slug: 'riverside-mash',
    title: 'Riverside MASH information sharing agreement',
    tier: 'tier-2',
    owner: 'Head of safeguarding, Riverside Council',
    inForceFrom: '2026-04-01',
    reviewDue: day(now, 200),
    lines: [
      line('asking', council, kinds('police', 'health', 'education', 'council', 'housing'), ALL, ['ask', 'existence']),
      line('police-answers', kinds('police'), council, CATEGORIES.police, ['existence', 'content', 'onward']),
      line('health-answers', kinds('health'), council, CATEGORIES.health, ['existence', 'content', 'onward']),
      line('education-answers', kinds('education'), council, CATEGORIES.education, ['existence', 'content', 'onward']),
      line('council-own', council, council, [...CATEGORIES.council, ...ALL], ['existence', 'content', 'onward']),
      line(
        'feedback',
        council,
        kinds('education', 'health', 'police', 'council', 'housing', 'voluntary'),
        ['hub-summary'],
        ['onward'],
        { purposes: ['FEEDBACK', ...HELPING], standingRelease: ['referrer_pro', 'team_sc', 'team_eh'] },
      ),
      line(
        'no-convictions-for-early-help',
        kinds('police'),
        { organisations: ['riverside-early-help'], kinds: [] },
        ['police-convictions', 'police-intelligence'],
        ['content', 'onward'],
        { rank: 'exception', effect: 'deny', standingRelease: [] },
      ),
    ],
  },
  {
    agreementId: '01980000-0000-7000-8000-0000000a0002',
    version: 1,
    slug: 'riverside-housing',
    title: 'Sharing with Riverside Homes',
    tier: 'single',
    owner: 'Housing partnerships lead',
    inForceFrom: '2025-01-06',
    reviewDue: day(now, -40),
    lines: [line('tenancy', kinds('housing'), council, ['housing-tenancy'], ['ask', 'content', 'onward'])],
  },
  {
    agreementId: '01980000-0000-7000-8000-0000000a0003',
    version: 1,
    slug: 'riverside-family-charity',
    title: 'Sharing with Riverside Family Charity',
    tier: 'single',
    owner: 'Early help commissioner',
    inForceFrom: '2024-05-01',
    inForceTo: day(now, -60),
    reviewDue: day(now, -90),
    lines: [
      line('family-support', council, kinds('voluntary'), ['early-help-history', 'hub-summary'], ['ask', 'onward'], {
        purposes: ['EH'],
      }),
    ],
  },
];

const sits = (number, agencyId, desk, seat, its) => ({
  appointmentId: `01980000-0000-7000-8000-0000000b${String(number).padStart(4, '0')}`,
  ...{ agencyId, desk, seat },
  ...its,
});
const person = (name, accountId) => ({ name, accountId });
const rung = (name, telephone) => ({ name, telephone });

/** Who answers for whom. Housing has no deputy and early help has named nobody, so that the warnings are there to be seen. */
export const APPOINTMENTS = [
  sits(1, 'riverside-police', 'holder', 'releaser', person('Marcus Dean', PEOPLE.police)),
  sits(2, 'riverside-police', 'holder', 'deputy', person('Ewan Price', PEOPLE.policeDeputy)),
  sits(3, 'riverside-police', 'holder', 'senior', person('Karen Holt', PEOPLE.policeSenior)),
  sits(4, 'riverside-police', 'holder', 'duty', rung('Force control room', '01632 960101')),
  sits(5, 'riverside-police', 'safeguarding', 'releaser', person('Karen Holt', PEOPLE.policeSenior)),
  sits(6, 'riverside-health-trust', 'holder', 'releaser', person('Nia Prosser', PEOPLE.health)),
  sits(7, 'riverside-health-trust', 'holder', 'deputy', person('Meera Shah', PEOPLE.namedNurse)),
  sits(8, 'riverside-health-trust', 'holder', 'senior', person('Meera Shah', PEOPLE.namedNurse)),
  sits(9, 'riverside-health-trust', 'holder', 'duty', rung('Paediatrician on call', '01632 960102')),
  sits(10, 'riverside-health-trust', 'safeguarding', 'releaser', person('Meera Shah', PEOPLE.namedNurse)),
  sits(11, 'riverside-education', 'holder', 'releaser', person('Farid Haddad', PEOPLE.education)),
  sits(12, 'riverside-social-care', 'holder', 'releaser', person('Joanna Petrie', PEOPLE.socialCare)),
  sits(13, 'riverside-social-care', 'holder', 'deputy', person('Daniel Achebe', PEOPLE.socialCareManager)),
  sits(14, 'riverside-social-care', 'holder', 'senior', person('Daniel Achebe', PEOPLE.socialCareManager)),
  sits(15, 'riverside-social-care', 'holder', 'duty', person('Ruth Calloway', PEOPLE.emergencyDuty)),
  sits(16, 'riverside-homes', 'holder', 'releaser', person('Bola Adeyemi', PEOPLE.housing)),
  sits(17, 'riverside-council', 'hub_manager', 'releaser', person('Helen Okafor', PEOPLE.manager)),
  sits(18, 'riverside-council', 'hub_manager', 'deputy', person('Tunde Bakare', PEOPLE.deputyManager)),
  sits(19, 'riverside-council', 'ig', 'releaser', person('Edwin Marsh', PEOPLE.governance)),
];

/** Puts register and agreements in place as the partnership's administrator would. A version that is there already stays. */
export async function establishPartnership(client, now) {
  await client.as(PEOPLE.administrator, 'sharing', 'PUT', '/register/agencies', { agencies: REGISTER });
  for (const appointment of APPOINTMENTS)
    await client.post(PEOPLE.administrator, 'sharing', '/register/releasers', appointment);
  for (const agreement of agreements(now)) {
    await client.post(PEOPLE.administrator, 'sharing', '/agreements', agreement).catch((error) => {
      if (error.code !== 'SHARING.VERSION_EXISTS') throw error;
    });
  }
}
