import { family } from './families.mjs';
import { misspelt } from './names.mjs';
import { BANDS, THEMES } from './narratives.mjs';
import { seededRandom } from './random.mjs';

/** Sources in the published mix: police 24%, health 14%, schools 13%, then the rest. */
const SOURCE_MIX = { police: 24, health: 14, schools: 13, family: 11, other: 38 };
const SOURCE_CODES = {
  police: ['6'],
  health: ['3A', '3B', '3C', '3D', '3E', '3F'],
  schools: ['2A'],
  family: ['1A', '1B'],
  other: ['2B', '4', '5A', '5B', '5C', '5D', '7', '8', '9', '10'],
};
/** Share of contacts about a family that came in before. England's re-referral rate is 22% (EES-RR). */
const REPEAT_SHARE = 0.22;
const HOUR = 3_600_000;
const FIRST_ID = Date.UTC(2026, 0, 1);

const REFERRER_KIND = { '1A': 'family', '1B': 'public', 9: 'anonymous', 10: 'anonymous' };

const bandsOf = ({ bands = BANDS }) => bands;
const fitsSomebody = (theme, { children }) => children.some(({ band }) => bandsOf(theme).includes(band));
/** Of the families that no baby was told of, this share turns out to expect one. */
const EXPECTING = 0.2;

/** A worry that this sort of referrer brings, and that can be true of one of the children at their age. */
function themeFor(random, group, household) {
  const ofGroup = Object.entries(THEMES).filter(([, theme]) =>
    theme.sources.some((code) => SOURCE_CODES[group].includes(code)),
  );
  const isExpecting = household.children.some(({ kind }) => kind === 'unborn') || random.chance(EXPECTING);
  return random.pick(ofGroup.filter(([, theme]) => (theme.unborn ? isExpecting : fitsSomebody(theme, household))));
}

const NOT_SOUGHT = { state: 'not_sought', givenBy: 'not_applicable' };

/** Consent to share, person by person: the children's from a parent, each adult's from themselves, and often nobody asked. */
function sharingConsent(random, theme, person, family) {
  if (theme.harm) return { ...NOT_SOUGHT, ground: 'NS_HARM' };
  const isParent = person.relationship === 'mother';
  const state =
    person.kind !== 'adult' || isParent ? family : random.weighted({ given: 92, not_sought: 6, refused: 2 });
  if (state === 'not_sought') return { ...NOT_SOUGHT, ...(random.chance(0.6) ? { ground: 'NS_CONTACT' } : {}) };
  return { state, givenBy: person.kind === 'adult' ? 'self' : 'parent_with_pr' };
}

function consentsFor(random, theme, people) {
  const family = random.weighted({ given: 88, refused: 3, not_sought: 9 });
  const concern = people.find((person) => person.relation === 'concern');
  const service =
    family === 'given' && !theme.harm
      ? { state: 'given', givenBy: 'parent_with_pr' }
      : { state: 'unknown', givenBy: 'not_applicable' };
  return [
    ...people.map((person) => ({
      mentionId: person.mentionId,
      kind: 'sharing',
      ...sharingConsent(random, theme, person, family),
    })),
    ...people
      .filter(({ kind }) => kind !== 'adult')
      .map(({ mentionId }) => ({ mentionId, kind: 'service', ...service })),
    { mentionId: concern.mentionId, kind: 'data_protection', ...NOT_SOUGHT },
  ];
}

/** Turns a family into people as this referrer mentions them: some fields missing, some names misspelt, blanks stated. */
function mention(random, person, { idAt, subject, address, protectedAddress, blur }) {
  const spelt = (name) => (name && blur && random.chance(0.5) ? misspelt(name, random) : name);
  const { kind, band: _band, elsewhere, accused, ...known } = person;
  const notKnown = [
    !person.birthDate && kind !== 'unborn' ? 'birthDate' : undefined,
    !person.nhsNumber ? 'nhsNumber' : undefined,
  ].filter(Boolean);
  return {
    mentionId: random.id(idAt),
    ...known,
    kind,
    ...(kind === 'unborn' ? {} : { forenames: spelt(person.forenames), surname: spelt(person.surname) }),
    ...(blur ? { nhsNumber: undefined, upn: undefined } : {}),
    relation: subject ? 'concern' : accused ? 'ap' : 'household',
    relationship: kind === 'adult' ? person.relationship : 'child',
    livesInHousehold: elsewhere ? 'no' : 'yes',
    whoSaysSo: 'the referrer',
    ...(kind === 'adult'
      ? { parentalResponsibilityKnownHow: person.parentalResponsibility === 'yes' ? 'said by the parent' : undefined }
      : {}),
    ...(protectedAddress ? { addressProtected: true } : { address: elsewhere ? undefined : address }),
    notKnown,
  };
}

function people(random, household, theme, context) {
  const accusedAt = household.adults.findIndex((adult) => adult.sex === 'M');
  const adults = household.adults.map((adult, index) =>
    theme.da && index === accusedAt ? { ...adult, accused: true } : adult,
  );
  const children =
    theme.unborn && !household.children.some((one) => one.kind === 'unborn')
      ? [
          ...household.children,
          { kind: 'unborn', expectedDate: new Date(context.at + 70 * 24 * HOUR).toISOString().slice(0, 10) },
        ]
      : household.children;
  const subject = theme.unborn ? children.length - 1 : children.findIndex(({ band }) => bandsOf(theme).includes(band));
  return [
    ...children.map((one, index) => mention(random, one, { ...context, subject: index === subject })),
    ...adults.map((one) => mention(random, one, { ...context, subject: false })),
  ];
}

/** The older half of the demo, which the hub has dealt with. */
export const DEALT_WITH = 0.55;
/** Came in so long ago that something of it is late by now. */
export const LATE = 0.62;

/**
 * When a contact came in, in hours before now: half of them over the last fortnight, a few since yesterday and late by now, the others within
 * the last working day, the newest within the last hours.
 */
function hoursAgo(random, place) {
  if (place < DEALT_WITH) return 40 + random.next() * 270;
  if (place < LATE) return 26 + random.next() * 10;
  return 0.3 + (1 - place) * 48 * (0.8 + random.next() * 0.2);
}

/**
 * The demo's contacts, newest last.
 * @param {{ seed?: number, count?: number, now: number }} options `now` in epoch milliseconds; every time is relative to it
 * @returns contacts with narrative, mentioned people, consents and, for the loader, what a screener and the agencies would do
 */
export function demoContacts({ seed = 20261, count = 66, now }) {
  const random = seededRandom(seed);
  const families = [];
  const contacts = [];
  for (let index = 0; index < count; index++) {
    const repeat = families.length > 8 && random.chance(REPEAT_SHARE);
    const household = repeat ? random.pick(families) : family(random, now);
    if (!repeat) families.push(household);
    const group = random.weighted(SOURCE_MIX);
    const [themeId, theme] = themeFor(random, group, household);
    const source = random.pick(theme.sources.filter((code) => SOURCE_CODES[group].includes(code)));
    const at = Math.floor(now - hoursAgo(random, index / count) * HOUR);
    // Ids do not hang on the clock, so that a load that was broken off goes on where it was.
    const idAt = FIRST_ID + index * HOUR;
    const protectedAddress = household.protectedAddress || Boolean(theme.whereaboutsHidden);
    const mentioned = people(random, household, theme, {
      at,
      idAt,
      address: household.address,
      protectedAddress,
      blur: repeat,
    });
    const named = (person, fallback) => person?.forenames ?? fallback;
    const child = mentioned.find((person) => person.relation === 'concern');
    const [first, second] = mentioned.filter((person) => person.kind === 'adult');
    const narrative = theme
      .text({
        child: named(child, 'the child'),
        adult: named(first, 'the mother'),
        other: named(second, 'the partner'),
      })
      .join('\n\n');
    contacts.push({
      contactId: random.id(idAt),
      at,
      repeat,
      family: families.indexOf(household),
      themeId,
      theme,
      source,
      referrerKind: REFERRER_KIND[source] ?? 'professional',
      urgent: Boolean(theme.harm),
      narrative,
      people: mentioned,
      consents: consentsFor(random, theme, mentioned),
      presentingIssues: theme.issues,
      protectedAddress: protectedAddress ? household.address : undefined,
      keepFromFamily: theme.harm
        ? 'The family does not know of this contact; telling them now could raise the risk.'
        : undefined,
    });
  }
  return contacts.sort((one, other) => one.at - other.at);
}
