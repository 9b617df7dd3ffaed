import { durationWords } from '@mash/clocks';
import { isChildOfTheWorry, type Roster, type RosterPerson } from '@mash/contracts';
import { momentWords } from '../../../presenters/clock-chip';
import type { SummaryRow } from '../../../presenters/summary-row';
import { nameAndAge } from '../../../presenters/name-and-age';
import { consentPath } from '../../consent/consent-path';
import type { ConcernView } from '../../enquiry/contact/concern.presenter';
import { ageOf } from '../../enquiry/shared/person-words';
import { partWords, SIDES, wordsOf, YES_NO_NOT_KNOWN } from '../../make-a-contact/draft/code-lists';
import { MATCHED } from '../match-words';
import { mentionPath, rosterPath } from '../screening-paths';
import { typedWords } from '../typed-words';

/** One person of the roster: who they are said to be, and whether we know them. */
export interface ScreenedPerson {
  readonly name: string;
  readonly heading: string;
  readonly tag: object;
  readonly worker: string | undefined;
  readonly rows: readonly SummaryRow[];
  /** Search, while nobody has said who this is; un-link afterwards. */
  readonly searchAction: string | undefined;
  readonly unlinkHref: string | undefined;
  readonly consentHref: string;
  readonly placesHref: string;
}

/** "Do we know them, is anyone missing?" */
export interface ScreeningView {
  readonly heading: string;
  readonly openCase: { readonly lines: readonly string[]; readonly asOf: string; readonly isOpen: boolean };
  readonly concern: ConcernView;
  readonly people: readonly ScreenedPerson[];
  readonly roster: { readonly href: string; readonly text: string; readonly said: string; readonly isPrimary: boolean };
  readonly blank: boolean;
}

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

function headingOf({ people, confirmed }: Roster): string {
  const count = (matched: RosterPerson['matched']): number => people.filter((one) => one.matched === matched).length;
  if (people.length === 0) return 'Nobody is on the roster';
  if (count('not_looked') > 0) return `${many(count('not_looked'), 'person is', 'people are')} not looked for yet`;
  if (!confirmed) return 'Say who else lives there';
  if (count('cannot_tell') > 0)
    return `For ${many(count('cannot_tell'), 'person', 'people')} we cannot tell who they are`;
  return 'Everyone is looked for, and the household is confirmed';
}

/** The open-case test, first: who has an allocated worker, and how old the register is that says so. */
function openCaseOf({ people, workerRegisterAsOf }: Roster, now: Date): ScreeningView['openCase'] {
  const open = people.flatMap(({ displayName, allocatedWorker }) =>
    allocatedWorker === undefined ? [] : [`${displayName}: ${allocatedWorker.name}, ${allocatedWorker.team}`],
  );
  if (workerRegisterAsOf === undefined)
    return {
      isOpen: false,
      lines: ['Not known: no register of allocated workers is loaded. Ask social care.'],
      asOf: '',
    };
  const at = new Date(workerRegisterAsOf);
  const age = durationWords(Math.max(0, now.getTime() - at.getTime()), 'up');
  const unlooked = people.some(({ matched }) => matched === 'not_looked' || matched === 'cannot_tell');
  const none = unlooked
    ? 'Nobody of those matched so far has an allocated worker. The test is not finished.'
    : 'Nobody here has an allocated worker.';
  return {
    isOpen: people.some((person) => isChildOfTheWorry(person) && person.allocatedWorker !== undefined),
    lines: open.length > 0 ? open : [none],
    asOf: `Register as of ${momentWords(at, now)}, ${age} old`,
  };
}

function addressWords({ address, addressProtected }: RosterPerson): string | undefined {
  if (addressProtected) return 'Protected: not shown';
  const lines = [address?.lines, address?.postcode].filter((part) => part !== undefined);
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** A protected address takes the school with it. That there may be one is said: nothing at all would read as "no school". */
function schoolWords({ kind, school, addressProtected }: RosterPerson): string | undefined {
  if (!addressProtected) return school;
  return kind === 'adult' ? undefined : 'Kept secret';
}

function responsibilityWords(person: RosterPerson): string | undefined {
  const has = wordsOf(YES_NO_NOT_KNOWN, person.parentalResponsibility);
  const how = person.parentalResponsibilityKnownHow;
  if (has === undefined) return undefined;
  return how === undefined ? `${has}. How it is known is not said.` : `${has} (${how})`;
}

function rowsOf(person: RosterPerson): SummaryRow[] {
  const asked = (key: string, value: string | undefined): SummaryRow => ({
    key,
    value: value ?? 'Not known',
    isGap: value === undefined,
  });
  const said = (key: string, value: string | undefined): SummaryRow[] => (value === undefined ? [] : [{ key, value }]);
  const isAdult = person.kind === 'adult';
  const lives = wordsOf(YES_NO_NOT_KNOWN, person.livesInHousehold);
  const who = person.whoSaysSo === undefined ? '' : ` (${person.whoSaysSo} says so)`;
  return [
    ...said('Part', partWords(person)),
    ...said('To the child', person.relationship),
    asked('Lives there', lives && `${lives}${who}`),
    asked('Address', addressWords(person)),
    ...(isAdult ? [asked('Parental responsibility', responsibilityWords(person))] : []),
    ...said('Side', wordsOf(SIDES, person.side)),
    ...said('NHS number', person.nhsNumber && typedWords(person.nhsNumber, person.nhsNumberTyped)),
    ...said('Unique pupil number', person.upn && typedWords(person.upn, person.upnTyped)),
    ...said('School', schoolWords(person)),
    asked('Contacts', `${person.contactsIn6Months} in 6 months, ${person.contactsIn12Months} in 12 months`),
  ];
}

function personView(reference: string, person: RosterPerson, now: Date): ScreenedPerson {
  const { mentionId, matched, allocatedWorker } = person;
  const isSaid = matched === 'matched' || matched === 'new';
  return {
    heading: nameAndAge(person.displayName, ageOf(person, now)),
    name: person.displayName,
    tag: MATCHED[matched],
    worker: allocatedWorker && `${allocatedWorker.name}, ${allocatedWorker.team}`,
    rows: rowsOf(person),
    searchAction: isSaid ? undefined : mentionPath(reference, mentionId, 'search'),
    consentHref: consentPath(reference, person.personId),
    placesHref: mentionPath(reference, mentionId, 'places'),
    unlinkHref: matched === 'not_looked' ? undefined : mentionPath(reference, mentionId, 'unlink'),
  };
}

function rosterLine(roster: Roster, now: Date): string {
  const { confirmed, confirmedAt, whoElse, whoSaysSo } = roster;
  if (!confirmed)
    return 'Nobody has confirmed yet who lives there. Ask for brothers and sisters whom nobody mentioned.';
  const at = confirmedAt === undefined ? '' : ` ${momentWords(new Date(confirmedAt), now)}`;
  const others = {
    nobody_else: 'Nobody else lives there',
    added: 'Others were added',
    not_known: 'Who else lives there is not known',
  };
  const said = whoElse === undefined ? '' : ` ${others[whoElse]}`;
  return `Confirmed${at}.${said}${whoSaysSo === undefined ? '' : `, says ${whoSaysSo}`}.`;
}

export interface ScreeningGiven {
  readonly reference: string;
  readonly roster: Roster;
  readonly concern: ConcernView;
  readonly now: Date;
}

export function screeningView({ reference, roster, concern, now }: ScreeningGiven): ScreeningView {
  const isChild = ({ kind }: RosterPerson): boolean => kind !== 'adult';
  const people = [...roster.people].sort((a, b) => Number(isChild(b)) - Number(isChild(a)));
  return {
    heading: headingOf(roster),
    openCase: openCaseOf(roster, now),
    concern,
    people: people.map((person) => personView(reference, person, now)),
    roster: {
      href: rosterPath(reference),
      text: roster.confirmed ? 'Change who lives there' : 'Confirm who lives there',
      said: rosterLine(roster, now),
      isPrimary: !roster.confirmed,
    },
    blank: !roster.people.some(isChildOfTheWorry),
  };
}
