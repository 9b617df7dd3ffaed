import type { EnquiryView, Roster, RosterPerson } from '@mash/contracts';
import { missingSentence } from '../../enquiry/contact/concern.presenter';
import type { ReleasedConcern, ReleasedDocument } from '../../enquiry/contact/contact-words';
import { ageBandWords, ageOf } from '../../enquiry/shared/person-words';
import { partWords } from '../../make-a-contact/draft/code-lists';
import type { SignedInPerson } from '../../../session/signed-in-person';
import type { NoticeAnswer, NoticeContent, NoticePerson } from '../notice-content';
import type { Told } from './told-answers';

/** Longest passage (characters) that goes into a notice; the second where all of it would not fit the largest envelope. */
const LONGEST = [9_000, 4_000] as const;
/** Bytes of JSON that fit the largest envelope (`libs/sealing`: about 48 kB), with room to spare. */
const MOST_BYTES = 44_000;
/** What an answer takes (bytes) beside its words. */
const ANSWER_FRAME = 760;
const LEAST_WORDS = 200;

export interface KnownNow {
  /** As released for this recipient; undefined where even asking failed. */
  readonly concern: ReleasedDocument<ReleasedConcern> | undefined;
  readonly concernedWith: readonly string[];
  readonly roster: Roster | undefined;
  /** Who is on the enquiry, where no name could be had. */
  readonly withoutNames?: EnquiryView['people'] | undefined;
  /** What agencies answered, as released for this recipient; undefined where it was chosen and could not be had. */
  readonly answers: Told | undefined;
  readonly pressedBy: SignedInPerson;
  readonly outOfHours: boolean;
  readonly now: Date;
}

const bytesOf = (content: NoticeContent): number => Buffer.byteLength(JSON.stringify(content));

const cutAt =
  (longest: number) =>
  <Text extends string | undefined>(text: Text): Text | string =>
    text === undefined || text.length <= longest ? text : `${text.slice(0, longest)} [cut here: ring the hub]`;

function concernOf(concern: KnownNow['concern'], longest: number): NoticeContent['concern'] {
  const cut = cutAt(longest);
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

const things = (count: number): string => (count === 1 ? '1 thing' : `${String(count)} things`);

function answersMissing({ answers }: KnownNow): string[] {
  if (answers === undefined) return ['What agencies answered: could not be opened. Ring the hub.'];
  if (answers.leftOut === 0) return [];
  return [`${things(answers.leftOut)} that agencies answered: left out. Ring the hub.`];
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
    part: partWords(person),
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
  part: partWords({ kind, relation }),
  addressProtected: true,
});

function withoutAnswers(known: KnownNow, longest: number): NoticeContent {
  const { concernedWith, roster, withoutNames, pressedBy, outOfHours, now } = known;
  const { name, roleTitle: role, agencyName: agency } = pressedBy;
  return {
    kind: 'protection',
    concern: concernOf(known.concern, longest),
    missing: [...missingOf(known), ...answersMissing(known)],
    concernedWith: [...concernedWith],
    people: roster?.people.map((person) => personOf(person, now)) ?? (withoutNames ?? []).map(nameless),
    pressedBy: { name, role, agency },
    pressedAt: now.toISOString(),
    outOfHours,
  };
}

/** These answers and no more, with their words as long as there is room for; undefined where there is none. */
function withJust(content: NoticeContent, told: readonly NoticeAnswer[]): NoticeContent | undefined {
  const share = Math.floor((MOST_BYTES - bytesOf(content)) / told.length) - ANSWER_FRAME;
  // A letter takes one byte or more: what does not fit by letters is tried at a half and a quarter.
  const limits = [share, share / 2, share / 4].map((longest) => Math.max(LEAST_WORDS, Math.floor(longest)));
  const tries = limits.map((longest) => {
    const items = told.map((one) => ({ ...one, text: cutAt(longest)(one.text), foot: cutAt(LEAST_WORDS)(one.foot) }));
    return { ...content, items };
  });
  return tries.find((one) => bytesOf(one) <= MOST_BYTES);
}

/** As many answers as fit beside the rest; how many did not is said. */
function withAnswers(content: NoticeContent, told: readonly NoticeAnswer[]): NoticeContent {
  for (let count = told.length; count > 0; count -= 1) {
    const rest = told.length - count;
    const fitting = withJust(rest === 0 ? content : withoutRoomFor(content, rest), told.slice(0, count));
    if (fitting !== undefined) return fitting;
  }
  return told.length === 0 ? content : withoutRoomFor(content, told.length);
}

const withoutRoomFor = (content: NoticeContent, count: number): NoticeContent => ({
  ...content,
  missing: [...content.missing, `${things(count)} that agencies answered: no room here. Ring the hub.`],
});

/** What a press tells one recipient. Whatever cannot be had is said to be missing; nothing that is missing holds the rest up. */
export function noticeOf(known: KnownNow): NoticeContent {
  const [whole, shorter] = LONGEST.map((longest) => withoutAnswers(known, longest));
  const content = whole !== undefined && bytesOf(whole) <= MOST_BYTES ? whole : (shorter ?? withoutAnswers(known, 0));
  return withAnswers(content, known.answers?.told ?? []);
}
