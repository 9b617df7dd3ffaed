import { ConsentKind, Purpose, type ConsentWeight, type IntakeFacts } from '@mash/contracts';
import { consentOfSubject, saysSomething, type ConsentAsked, type KeptStatement } from './consent-of-subject';
import { whoMaySpeakFor, whoseResponsibility } from './consent-standing';
import { wordsThatStand } from './words-that-stand';

type Person = IntakeFacts['people'][number];
interface Kept extends KeptStatement {
  readonly statementId: string;
}

const ids = (statements: readonly Kept[]): ReadonlySet<string> =>
  new Set(statements.map(({ statementId }) => statementId));

/** Read for nobody in particular, for a body that no yes names, and for each purpose: a narrow yes counts, and so does the no that stands beside it. */
const WAYS: readonly Pick<ConsentAsked, 'toAgencyId' | 'purpose'>[] = [
  {},
  { toAgencyId: '' },
  ...Purpose.options.map((purpose) => ({ purpose })),
];

/** What each statement counts for in the reading of today (`consentStanding`), by its id: in the order in which they are given, newest first. */
export function weightsOf(
  statements: readonly Kept[],
  people: readonly Person[],
  now: Date,
): ReadonlyMap<string, ConsentWeight> {
  const read = people.flatMap((person) => ConsentKind.options.map((kind) => readingOf(statements, person, kind, now)));
  const [counting, standing] = [ids(read.flatMap(({ heard }) => heard)), ids(read.flatMap(({ stands }) => stands))];
  const onRoster = new Set(people.map(({ personId }) => personId));
  const weightOf = ({ statementId, state, personId, whoseIsUnclear }: Kept): ConsentWeight => {
    if (state === 'unknown') return 'says_nothing';
    if (whoseIsUnclear === true) return 'not_heard';
    if (counting.has(statementId)) return 'counts';
    return standing.has(statementId) || !onRoster.has(personId) ? 'not_heard' : 'superseded';
  };
  return new Map(statements.map((one) => [one.statementId, weightOf(one)]));
}

function readingOf(statements: readonly Kept[], person: Person, kind: ConsentKind, now: Date) {
  const { personId } = person;
  const asked = { ...whoseResponsibility(person), personId, kind, who: whoMaySpeakFor(person, now) };
  const own = statements.filter((one) => one.personId === personId && one.kind === kind && saysSomething(one));
  const ways = own.some(({ bodies, purposes }) => bodies.length + purposes.length > 0) ? WAYS : [{}];
  return {
    heard: ways.flatMap((towards) => consentOfSubject(own, { ...asked, ...towards }).heard),
    stands: ways.flatMap((towards) => wordsThatStand(own, { ...asked, ...towards })),
  };
}
