import { speaksForThemselves } from '../decision';
import type { ConsentAsked, KeptStatement } from './consent-of-subject';

/** A statement with whose word it is: whoever is known by id is one speaker, of the others each sort is one. */
interface Word<Said extends KeptStatement = KeptStatement> {
  readonly said: Said;
  readonly speaker: string;
  readonly isParent: boolean;
}

/** Somebody refused, or took back, and nobody wrote down who. */
const NOBODY_KNOWS_WHO = 'nobody-knows-who';

const names = <Named>(named: readonly Named[], asked: Named | undefined): boolean =>
  named.length === 0 || asked === undefined || named.includes(asked);

/** A yes that names bodies or purposes reaches only those; one that names none reaches the partnership, and whatever it asks for. */
export const reaches = (
  { bodies, purposes }: Pick<KeptStatement, 'bodies' | 'purposes'>,
  { toAgencyId, purpose }: Pick<ConsentAsked, 'toAgencyId' | 'purpose'>,
): boolean => names(bodies, toAgencyId) && names(purposes, purpose);

const isNo = ({ state }: KeptStatement): boolean => state === 'refused' || state === 'withdrawn';

/**
 * A no of which nobody wrote down whose it is, is a no all the same: it is read as the word of whoever may speak, their own where they speak
 * for themselves, else a parent's. A yes of nobody in particular opens nothing.
 */
function wordOf<Said extends KeptStatement>(said: Said, { who, provenParents = [] }: ConsentAsked): Word<Said> {
  const { givenBy, givenById, personId } = said;
  if (givenBy === 'self') return { said, speaker: personId, isParent: false };
  if (givenBy === 'not_applicable' && isNo(said))
    return speaksForThemselves(who)
      ? { said: { ...said, givenBy: 'self' }, speaker: personId, isParent: false }
      : { said: { ...said, givenBy: 'parent_with_pr' }, speaker: NOBODY_KNOWS_WHO, isParent: true };
  const isProven = givenById !== null && provenParents.includes(givenById);
  const isParent = isProven || givenBy === 'parent_with_pr' || givenBy === 'parent_pr_unproven';
  return { said, speaker: givenById ?? givenBy, isParent };
}

/**
 * A named parent's no takes back an earlier yes of a parent whom nobody named, since it may have been theirs; a no of which nobody knows whose
 * it is takes back any parent's. Two parents who are both named are two, and differ.
 */
function takesBack(no: Word, yes: Word): boolean {
  if (!no.isParent || !yes.isParent) return false;
  return no.speaker === NOBODY_KNOWS_WHO || (no.said.givenById !== null && yes.said.givenById === null);
}

/** Of parents whom nobody named nobody can tell whether two words are one's. */
const mayBeTwo = ({ said, isParent }: Word): boolean => isParent && said.givenById === null;

/**
 * What a speaker says of what is asked: their newest word. A yes that leaves out this body or purpose says nothing of it, and takes back no earlier no
 * of theirs, whatever they agreed to in between; of an earlier yes it leaves nothing. Where nobody named the speaker, a yes takes back no earlier no at all: that may be the other parent's.
 */
function newestOf(words: readonly Word[], asked: ConsentAsked): Word[] {
  const [newest] = words;
  if (newest?.said.state !== 'given') return newest === undefined ? [] : [newest];
  const no = words.find(({ said }) => isNo(said));
  if (no === undefined) return [newest];
  if (!reaches(newest.said, asked)) return [no];
  return mayBeTwo(newest) ? [newest, no] : [newest];
}

/**
 * What counts of everything that was said, newest first: the newest word of each speaker, without any yes that a later no may have taken back.
 * It errs to the no. A later yes undoes a no only where both are known to be one speaker's, and only for whom and what it names.
 */
export function wordsThatStand<Said extends KeptStatement>(statements: readonly Said[], asked: ConsentAsked): Said[] {
  const words = statements.map((statement) => wordOf(statement, asked));
  const speakers = new Set(words.map(({ speaker }) => speaker));
  const wordsOf = (speaker: string): Word[] => words.filter((word) => word.speaker === speaker);
  const newest = new Set([...speakers].flatMap((speaker) => newestOf(wordsOf(speaker), asked)));
  const isTakenBack = (word: Word, at: number): boolean =>
    word.said.state === 'given' && words.slice(0, at).some((later) => isNo(later.said) && takesBack(later, word));
  return words.filter((word, at) => newest.has(word) && !isTakenBack(word, at)).map(({ said }) => said);
}
