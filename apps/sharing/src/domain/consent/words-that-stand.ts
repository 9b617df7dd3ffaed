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

/**
 * What counts of everything that was said, newest first: the newest word of each speaker, without any yes that a later no may have taken back.
 * It errs to the no. A later yes undoes a no only where both are known to be one speaker's.
 */
export function wordsThatStand<Said extends KeptStatement>(statements: readonly Said[], asked: ConsentAsked): Said[] {
  const seen = new Set<string>();
  const laterNos: Word[] = [];
  return statements
    .map((statement) => wordOf(statement, asked))
    .filter((word) => {
      const isTakenBack = word.said.state === 'given' && laterNos.some((no) => takesBack(no, word));
      const isHistory = seen.has(word.speaker) || isTakenBack;
      seen.add(word.speaker);
      if (isNo(word.said)) laterNos.push(word);
      return !isHistory;
    })
    .map(({ said }) => said);
}
