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
const ALL = [...new Set(Object.values(CATEGORIES).flat())];
const HELPING = ['SCREEN', 'EH', 'S17', 'S47', 'STRATEGY', 'DA', 'MISSING'];
const kinds = (...list) => ({ organisations: [], kinds: list });
const council = kinds('council');
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

const controller = (agencyId, responsibilities) => ({
  agencyId,
  role: 'controller',
  ...(responsibilities && { responsibilities }),
});
const joint = (agencyId, responsibilities) => ({ ...controller(agencyId, responsibilities), role: 'joint_controller' });
const rests = (agencyId, categories, ...basis) => ({ agencyId, categories, basis });
/** A body that the duty to share binds: its own task, the duty, and a condition for what is special or about crime. */
const bound = (agencyId, categories) => rests(agencyId, categories, 'TASK', 'DUTY', 'SPEC');

/** Agreements of the demo: the hub's own with an exception, two more in force, one past its review, one expired. */
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
    parties: [
      joint('riverside-council', 'Runs the hub, keeps its record, and answers requests to see it.'),
      joint('riverside-police', 'Has staff in the hub, and marks what must not be passed on.'),
      controller('riverside-health-trust'),
      controller('riverside-icb', 'Makes sure that GP practices know how to answer the hub.'),
      controller('riverside-education', 'Answers for schools and colleges that have no direct line to the hub.'),
      controller('riverside-homes', 'Is asked about a family only where the hub says why.'),
      controller('riverside-family-charity', 'Hears what became of a concern that it raised, and no more.'),
    ],
    lines: [
      line('asking', council, kinds('police', 'health', 'education', 'council', 'housing'), ALL, ['ask', 'existence']),
      line('police-answers', kinds('police'), council, CATEGORIES.police, ['existence', 'content', 'onward']),
      line('health-answers', kinds('health'), council, CATEGORIES.health, ['existence', 'content', 'onward']),
      line('education-answers', kinds('education'), council, CATEGORIES.education, ['existence', 'content', 'onward']),
      line('council-own', council, council, ALL, ['existence', 'content', 'onward']),
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
    bases: [
      rests('riverside-council', ALL, 'TASK', 'DUTY', 'ASSIST', 'SPEC'),
      bound('riverside-police', CATEGORIES.police),
      bound('riverside-health-trust', CATEGORIES.health),
      bound('riverside-icb', CATEGORIES.health),
      bound('riverside-education', CATEGORIES.education),
    ],
    dpia: 'https://riverside.example/privacy/mash-dpia',
    words: {
      why: 'When somebody is worried about a child, the police, health services, schools and the council often know a part each. Put together, the parts show whether a child is safe and what help the family needs. This agreement says what may be put together, and what may not.',
      retention:
        'The hub keeps its record until the child is 25, or for 75 years where the child was looked after. What an organisation told the hub and the hub did not need is deleted after one year.',
      security:
        'Each answer is encrypted for the one enquiry that it is about. Every look at it is logged, and the log cannot be changed without it showing.',
    },
  },
  {
    agreementId: '01980000-0000-7000-8000-0000000a0004',
    version: 1,
    slug: 'riverside-probation',
    title: 'Sharing with the probation service',
    tier: 'single',
    owner: 'Head of safeguarding, Riverside Council',
    inForceFrom: '2026-05-01',
    reviewDue: day(now, 150),
    parties: [controller('riverside-council'), controller('riverside-probation')],
    lines: [
      line('asking-probation', council, kinds('probation'), ['probation-supervision'], ['ask', 'existence'], {
        purposes: ['S17', 'S47', 'STRATEGY', 'DA'],
      }),
      // Below section 17 the service says whether it supervises somebody, and no more.
      line('asking-whether-known', council, kinds('probation'), ['probation-supervision'], ['ask'], {
        purposes: ['SCREEN', 'EH'],
      }),
      line('known-to-probation', kinds('probation'), council, ['probation-supervision'], ['existence'], {
        purposes: ['SCREEN', 'EH'],
        standingRelease: [],
      }),
      line('probation-answers', kinds('probation'), council, ['probation-supervision'], ['existence', 'content'], {
        purposes: ['S17', 'S47', 'STRATEGY', 'DA'],
      }),
    ],
    bases: [
      bound('riverside-council', ['probation-supervision']),
      bound('riverside-probation', ['probation-supervision']),
    ],
    dpia: 'https://riverside.example/privacy/probation-dpia',
    words: {
      why: 'Where an adult in the household is supervised after an offence, the probation service can say whether a child is at risk from that adult. At early help it says only whether it supervises somebody.',
      retention: 'What is shared is kept with the hub’s record of the enquiry, and for as long.',
    },
  },
  {
    agreementId: '01980000-0000-7000-8000-0000000a0005',
    version: 1,
    slug: 'riverside-operation-encompass',
    title: 'Operation Encompass: telling schools after domestic abuse',
    tier: 'single',
    owner: 'Head of public protection, Riverside Police',
    inForceFrom: '2026-01-05',
    reviewDue: day(now, 45),
    parties: [
      controller('riverside-police', 'Tells the school before the next school day starts.'),
      controller('riverside-education', 'Keeps the list of the person at each school who is told.'),
    ],
    lines: [
      line('before-school', kinds('police'), kinds('education'), ['domestic-abuse'], ['content'], {
        purposes: ['ENCOMPASS'],
        standingRelease: [],
      }),
    ],
    bases: [rests('riverside-police', ['domestic-abuse'], 'TASK', 'ENC', 'SPEC')],
    dpia: 'https://riverside.example/privacy/encompass-dpia',
    words: {
      why: 'A child who was there when the police came to a domestic abuse incident may be tired, upset or afraid at school the next day. The school is told so that it can look after them.',
      retention: 'The school keeps the notice with the child’s safeguarding file.',
    },
  },
  {
    agreementId: '01980000-0000-7000-8000-0000000a0002',
    version: 1,
    slug: 'riverside-housing',
    title: 'Sharing with Riverside Homes',
    tier: 'single',
    owner: 'Housing partnerships lead, Riverside Council',
    inForceFrom: '2025-01-06',
    // Later than any pack lets it stand: what is asked under it waits for information governance (R-AGR-06).
    reviewDue: day(now, -120),
    parties: [controller('riverside-council'), controller('riverside-homes')],
    lines: [
      line('asking-tenancy', council, kinds('housing'), ['housing-tenancy'], ['ask'], { standingRelease: [] }),
      line('tenancy', kinds('housing'), council, ['housing-tenancy'], ['existence', 'content', 'onward']),
    ],
    bases: [
      rests('riverside-council', ['housing-tenancy'], 'TASK'),
      rests('riverside-homes', ['housing-tenancy'], 'RLI'),
    ],
    dpia: 'https://riverside.example/privacy/housing-dpia',
    words: {
      why: 'A landlord knows who lives in a home and whether the family is about to lose it.',
      retention: 'What is shared is kept with the hub’s record of the enquiry, and for as long.',
      asking:
        'You can ask Riverside Homes not to share this about you. It will tell you whether it agrees, and why if it does not.',
    },
  },
  {
    agreementId: '01980000-0000-7000-8000-0000000a0003',
    version: 1,
    slug: 'riverside-family-charity',
    title: 'Sharing with Riverside Family Charity',
    tier: 'single',
    owner: 'Early help commissioner, Riverside Council',
    inForceFrom: '2024-05-01',
    inForceTo: day(now, -60),
    reviewDue: day(now, -90),
    parties: [controller('riverside-council'), controller('riverside-family-charity')],
    lines: [
      line('family-support', council, kinds('voluntary'), ['early-help-history', 'hub-summary'], ['ask', 'onward'], {
        purposes: ['EH'],
      }),
    ],
    bases: [bound('riverside-council', ['early-help-history', 'hub-summary'])],
    dpia: 'https://riverside.example/privacy/family-charity-dpia',
    words: {
      why: 'The charity visits families at home. It is told what a family has asked for help with, so that they need not say it twice.',
      retention: 'The charity keeps it for two years after its last visit.',
    },
  },
];
