import { randomUUID } from 'node:crypto';

/** What the invented trust knows, by category: the same of everybody whose name has an even number of letters. Of the others it knows nothing. */
const KNOWN = {
  'health-attendance': 'Two outpatient appointments were missed this year; the letters came back.',
  'health-injuries': 'One attendance at the emergency department, a fall from a swing, treated and sent home.',
  'health-development': 'Seen by the health visitor at the two-year review; speech was followed up.',
  'health-registration': 'Registered with a general practitioner in Riverside.',
};
const COVERAGE = {
  systems: [{ name: 'Electronic patient record' }, { name: 'Child health information system' }],
  identifiersUsed: ['name', 'date_of_birth', 'nhs_number'],
  datesFrom: '2016-01-01',
};

const today = () => new Date().toISOString().slice(0, 10);
const isKnown = (name) => name.replaceAll(/\W/g, '').length % 2 === 0;

function itemOf(personId, category) {
  const itemId = randomUUID();
  const text = KNOWN[category];
  return {
    content: {
      ...{ itemId, category, text, kind: 'fact', when: { approx: 'This year' }, source: 'Electronic patient record' },
    },
    facts: {
      ...{ itemId, category, class: 'special', confidential: true, handling: 'none', flags: [], subjects: [personId] },
      ...{ thirds: 'none', dates: {}, bar: 'none' },
    },
  };
}

/**
 * What the invented trust answers about one person: what was asked for, as far as it knows it, and what it searched.
 * @param {string} personId
 * @param {object[]} opened what the capabilities about that person opened
 */
export function inventedAnswer(personId, opened) {
  const [name = ''] = opened.flatMap(({ content }) => content.person?.names ?? content.person?.displayName ?? []);
  const asked = opened.map(({ category }) => category).filter((category) => category in KNOWN);
  const items = isKnown(name) ? asked.map((category) => itemOf(personId, category)) : [];
  const state = items.length > 0 ? 'known_current' : 'not_known';
  return {
    facts: { identity: 'confirmed', items: items.map(({ facts }) => facts) },
    content: {
      coverage: { ...COVERAGE, datesTo: today(), state },
      items: items.map(({ content }) => content),
    },
  };
}
