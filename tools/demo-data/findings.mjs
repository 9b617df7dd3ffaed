/**
 * What agencies hold, as their liaison staff would write it: no text says when, for each item has a date of its own. `fits` says about whom: a child of some age, an unborn child, an adult. Nobody is
 * reported missing at fourteen months, and no adult has a school report.
 */
const YEARS = { '0-4': 2, '5-10': 8, '11-15': 13, '16-17': 16, '18-25': 20 };

/** @param {{ kind: string, ageBand?: string }} person */
const ageOf = ({ kind, ageBand }) => (kind === 'adult' ? 30 : kind === 'unborn' ? -1 : (YEARS[ageBand ?? ''] ?? 8));

const anybody = () => true;
const born = (person) => person.kind !== 'unborn';
const adult = ({ kind }) => kind === 'adult';
const child = ({ kind }) => kind === 'child';
const unborn = ({ kind }) => kind === 'unborn';
const under5 = (person) => child(person) && ageOf(person) < 5;
const pupil = (person) => child(person) && ageOf(person) >= 5;
const over10 = (person) => child(person) && ageOf(person) >= 11;

const police = [
  [
    'police-incidents',
    adult,
    'Call to the address for a verbal argument; no offences; both adults spoken to separately.',
  ],
  [
    'police-incidents',
    child,
    'Neighbour reported shouting and a child crying; on arrival all calm; child seen in bed.',
  ],
  [
    'police-incidents',
    adult,
    'Stopped as a driver with two children not belted in; words of advice; car in poor order.',
  ],
  [
    'police-incidents',
    pupil,
    'Seen alone by the parade of shops after ten at night; taken home; aunt answered the door.',
  ],
  ['domestic-abuse', adult, 'Domestic incident graded medium; partner had left the scene; helpline details given.'],
  ['domestic-abuse', adult, 'Two earlier incidents, both standard; no statement made; children upstairs.'],
  ['domestic-abuse', child, 'Present at an incident: awake on the landing, spoken to by the officer, not hurt.'],
  [
    'protective-orders',
    adult,
    'Non-molestation order against the former partner, for twelve months; served in person.',
  ],
  ['protective-orders', adult, 'On bail until the hearing: not to go to the address or to contact the mother.'],
  ['police-convictions', adult, 'One caution for common assault; nothing before or since.'],
  [
    'police-intelligence',
    adult,
    'Uncorroborated report that an adult at the address stores goods for others.',
    { kind: 'opinion', handling: 'C', condition: 'CALL_FIRST', sourceRisk: true },
  ],
  ['missing-episodes', over10, 'Reported missing twice within a month; found at the same address both times.'],
  ['missing-episodes', over10, 'Missing overnight; return home interview declined; second phone seen.'],
];

const health = [
  ['health-registration', born, 'Registered at the surgery for six years; moved there from another area.'],
  ['health-registration', under5, 'Registered at the surgery within weeks of birth; health visitor knows the home.'],
  ['health-attendance', child, 'Not brought to two of the last four appointments; both rearranged within the month.'],
  ['health-attendance', under5, 'Immunisations up to date; brought to each clinic by the grandmother.'],
  ['health-attendance', unborn, 'Booked late; two of five antenatal appointments kept; partner speaks for her.'],
  [
    'health-injuries',
    pupil,
    'Attended with a fracture of the forearm; account consistent with a fall from a trampoline; safeguarding form completed.',
  ],
  ['health-injuries', under5, 'Scald to the hand; account consistent; seen by the paediatrician; advice given.'],
  ['health-injuries', child, 'No attendance for an injury in the last three years.'],
  [
    'health-development',
    under5,
    'Two-year review: speech delay noted, referred; home described as cluttered but warm.',
  ],
  [
    'health-development',
    child,
    'Growth on the same line as before; teeth in need of treatment; school nurse has written.',
  ],
  ['health-development', unborn, 'Growth scan as expected at 32 weeks; birth plan not yet written.'],
  ['parental-mental-health', adult, 'Treated for depression by the practice; comes to reviews; engages well.'],
  ['parental-mental-health', adult, 'Seen by the crisis team after taking tablets; discharged with a plan.'],
  ['substance-misuse', adult, 'In treatment for alcohol; keeps most appointments; last test clear.'],
];

const education = [
  ['education-enrolment', pupil, 'On roll since reception; designated safeguarding lead knows the family well.'],
  ['education-enrolment', over10, 'On roll after a managed move; settled with one teaching assistant.'],
  ['education-attendance', pupil, 'Attendance 78% this term against 93% in the year before; no exclusions.'],
  ['education-attendance', over10, 'Two fixed-term exclusions in one term, both for fighting; attendance 64%.'],
  [
    'education-safeguarding',
    pupil,
    'Concern logged: the child said that they were scared of going home on Friday; spoke to a trusted adult.',
  ],
  [
    'education-safeguarding',
    pupil,
    'Comes hungry most Mondays; breakfast given; mother accepts it and says thank you.',
  ],
  ['education-send', pupil, 'Support plan in place for language and attention; reviewed each term.'],
];

const socialCare = [
  ['social-care-status', anybody, 'Not open to any team at present.'],
  ['social-care-history', child, 'One contact about attendance; closed with advice to the school.'],
  ['social-care-history', child, 'Assessment after a fall at home; closed with no further action.'],
  ['social-care-history', adult, 'Was looked after as a child from eleven to sixteen; leaving care support until 21.'],
  ['early-help-history', child, 'Early help plan closed with most outcomes met; mother asked for it to end.'],
];

const AGENCIES = { police, health, education, socialCare };

/** Every finding of an agency: category, whom it fits, text, handling. */
export const FINDINGS = Object.fromEntries(
  Object.entries(AGENCIES).map(([agency, list]) => [
    agency,
    list.map(([category, fits, text, its = {}]) => ({ category, fits, text, ...its })),
  ]),
);

/**
 * What an agency finds about one person: at most one of each category, of those it was asked for.
 * @param {'police' | 'health' | 'education' | 'socialCare'} agency
 * @param {{ kind: string, ageBand?: string }} person
 * @param {readonly string[]} asked categories of the request
 */
export function findingsAbout(random, agency, person, asked) {
  const fitting = FINDINGS[agency].filter(({ category, fits }) => asked.includes(category) && fits(person));
  return [...new Set(fitting.map(({ category }) => category))]
    .filter(() => random.chance(0.6))
    .map((wanted) => random.pick(fitting.filter(({ category }) => category === wanted)));
}
