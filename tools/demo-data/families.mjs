import { testNhsNumber, testUpn } from './identifiers.mjs';
import { BOYS, GIRLS, MEN, SCHOOLS, STREETS, SURGERIES, SURNAMES, WOMEN } from './names.mjs';

/** Share of children by age band, June 2015 (K6 of the source requirements; the printed figures sum to 99.8). */
const AGE_BANDS = { '0-4': 18.6, '5-10': 35, '11-15': 38.1, '16-17': 8.1 };
const BAND_YEARS = { '0-4': [0, 4], '5-10': [5, 10], '11-15': [11, 15], '16-17': [16, 17] };
const ETHNICITIES = ['WBRI', 'WOTH', 'APKN', 'BAFR', 'MWBC', 'AIND', 'ABAN', 'NOBT', 'REFU'];
const YEAR = 365.25 * 86_400_000;

function birthDate(random, now, band) {
  const [from, to] = BAND_YEARS[band];
  const date = new Date(now - (random.int(from, to) + 0.05 + random.next() * 0.9) * YEAR);
  if (random.chance(0.06)) return { year: date.getUTCFullYear(), month: 1, day: 1 };
  if (random.chance(0.05)) return { year: date.getUTCFullYear(), approximate: true };
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function child(random, now, surname, band = random.weighted(AGE_BANDS)) {
  const sex = random.chance(0.5) ? 'F' : 'M';
  const schoolAge = band !== '0-4';
  return {
    kind: 'child',
    sex,
    forenames: random.pick(sex === 'F' ? GIRLS : BOYS),
    surname,
    band,
    birthDate: random.chance(0.07) ? undefined : birthDate(random, now, band),
    nhsNumber: random.chance(0.6) ? testNhsNumber(random) : undefined,
    upn: schoolAge && random.chance(0.5) ? testUpn(random) : undefined,
    school: schoolAge ? random.pick(SCHOOLS[band]) : undefined,
    gp: random.chance(0.5) ? random.pick(SURGERIES) : undefined,
    ethnicity: random.pick(ETHNICITIES),
  };
}

function adult(random, now, sex, surname, relationship) {
  const age = random.int(20, 48);
  const date = new Date(now - (age + random.next()) * YEAR);
  return {
    kind: 'adult',
    sex,
    forenames: random.pick(sex === 'F' ? WOMEN : MEN),
    surname,
    relationship,
    birthDate: random.chance(0.6)
      ? { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
      : undefined,
    parentalResponsibility:
      relationship === 'mother' ? 'yes' : relationship === 'father' ? random.pick(['yes', 'not_known']) : 'no',
  };
}

/**
 * One invented family: siblings, twins, a step-father, two surnames, an unborn child, a shared address, all by chance.
 * @param {ReturnType<import('./random.mjs').seededRandom>} random
 * @param {number} now epoch milliseconds, so that ages are right on the day of the demo
 */
export function family(random, now) {
  const surname = random.pick(SURNAMES);
  const motherSurname = random.chance(0.3) ? random.pick(SURNAMES) : surname;
  const first = child(random, now, surname);
  const children = [first];
  if (random.chance(0.08)) children.push(twinOf(first, random));
  while (children.length < 4 && random.chance(0.45))
    children.push(child(random, now, random.chance(0.15) ? motherSurname : surname));
  const unborn = random.chance(0.1);
  if (unborn)
    children.push({
      kind: 'unborn',
      expectedDate: new Date(now + random.int(20, 150) * 86_400_000).toISOString().slice(0, 10),
    });
  const step = random.chance(0.3);
  const adults = [adult(random, now, 'F', motherSurname, 'mother')];
  if (step) adults.push(adult(random, now, 'M', random.pick(SURNAMES), 'step-father'));
  if (random.chance(step ? 0.4 : 0.7)) adults.push({ ...adult(random, now, 'M', surname, 'father'), elsewhere: step });
  return {
    surname,
    children,
    adults,
    address: {
      lines: `${random.int(1, 180)} ${random.pick(STREETS)}, Riverside`,
      postcode: `ZZ${random.int(1, 9)} ${random.int(1, 9)}${random.pick(['AB', 'CD', 'EF', 'GH', 'JK'])}`,
    },
    protectedAddress: random.chance(0.08),
  };
}

function twinOf(sibling, random) {
  const sex = random.chance(0.5) ? 'F' : 'M';
  const forenames = random.pick((sex === 'F' ? GIRLS : BOYS).filter((name) => name !== sibling.forenames));
  return {
    ...sibling,
    sex,
    forenames,
    nhsNumber: sibling.nhsNumber && testNhsNumber(random),
    upn: sibling.upn && testUpn(random),
  };
}
