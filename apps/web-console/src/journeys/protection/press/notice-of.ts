import type { EnquiryView, Roster, RosterPerson } from '@mash/contracts';
import { missingSentence } from '../../enquiry/contact/concern.presenter';
import type { ReleasedConcern, ReleasedDocument } from '../../enquiry/contact/contact-words';
import { ageBandWords, ageOf } from '../../enquiry/shared/person-words';
import { ADULT_RELATIONS, wordsOf } from '../../make-a-contact/draft/code-lists';
import type { SignedInPerson } from '../../../session/signed-in-person';
import type { NoticeContent, NoticePerson } from '../notice-content';

/** Longest passage (characters) that goes into a notice: all of them together fit the largest envelope. */
const LONGEST = 9_000;

export interface KnownNow {
  /** As released for this recipient; undefined where even asking failed. */
  readonly concern: ReleasedDocument<ReleasedConcern> | undefined;
  readonly concernedWith: readonly string[];
  readonly roster: Roster | undefined;
  /** Who is on the enquiry, where no name could be had. */
  readonly withoutNames?: EnquiryView['people'] | undefined;
  readonly pressedBy: SignedInPerson;
  readonly outOfHours: boolean;
  readonly now: Date;
}

const cut = (text: string | undefined): string | undefined =>
  text === undefined || text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} [cut here: ring the hub]`;

function concernOf(concern: KnownNow['concern']): NoticeContent['concern'] {
  if (concern?.kind !== 'shown') return undefined;
  const { narrative, seenMyself, toldByOthers, whereIsTheChildNow, householdNote, keepFromFamily } = concern.content;
  const keep = [keepFromFamily?.what, keepFromFamily?.why].filter((part) => part !== undefined).join('. ');
  return {
    narrative: cut(narrative),
    seenMyself: cut(seenMyself),
    toldByOthers: cut(toldByOthers),
    whereIsTheChildNow: cut(whereIsTheChildNow),
    householdNote: cut(householdNote),
    keepFromFamily: keep === '' ? undefined : cut(keep),
  };
}

function missingOf({ concern, roster }: KnownNow): string[] {
  const words =
    concern === undefined ? 'The concern: could not be opened. Ring the hub.' : missingSentence(concern, 'The concern');
  return [
    ...(words === undefined ? [] : [words]),
    ...(concern?.kind === 'absent' ? ['The concern: ring the hub.'] : []),
    ...(roster === undefined ? ['The people: could not be read. Ring the hub.'] : []),
  ];
}

function personOf(person: RosterPerson, now: Date): NoticePerson {
  const { addressProtected, address, allocatedWorker } = person;
  const lines = [address?.lines, address?.postcode].filter((part) => part !== undefined).join(', ');
  return {
    name: person.displayName,
    age: ageOf(person, now),
    part: person.kind === 'adult' ? wordsOf(ADULT_RELATIONS, person.relation) : undefined,
    relationship: person.relationship,
    addressProtected,
    address: addressProtected || lines === '' ? undefined : lines,
    allocatedWorker: allocatedWorker && `${allocatedWorker.name}, ${allocatedWorker.team}`,
  };
}

const KINDS = { child: 'A child', unborn: 'An unborn baby', adult: 'An adult' } as const;

/** Somebody whose name cannot be had: whether their address is protected cannot be had either, so that it counts as protected. */
const nameless = ({ kind, ageBand, relation }: EnquiryView['people'][number]): NoticePerson => ({
  name: `${KINDS[kind]} whose name could not be read`,
  age: ageBandWords(ageBand),
  part: kind === 'adult' ? wordsOf(ADULT_RELATIONS, relation) : undefined,
  addressProtected: true,
});

/** What a press tells one recipient. Whatever cannot be had is said to be missing; nothing that is missing holds the rest up. */
export function noticeOf(known: KnownNow): NoticeContent {
  const { concernedWith, roster, withoutNames, pressedBy, outOfHours, now } = known;
  const { name, roleTitle: role, agencyName: agency } = pressedBy;
  return {
    kind: 'protection',
    concern: concernOf(known.concern),
    missing: missingOf(known),
    concernedWith: [...concernedWith],
    people: roster?.people.map((person) => personOf(person, now)) ?? (withoutNames ?? []).map(nameless),
    pressedBy: { name, role, agency },
    pressedAt: now.toISOString(),
    outOfHours,
  };
}
