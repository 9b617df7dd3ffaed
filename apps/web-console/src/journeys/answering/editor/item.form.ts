import { newId, type Category } from '@mash/contracts';
import type { HandlingCondition } from '@mash/sealing';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import type { DraftItem } from '../draft/answer-draft';
import {
  BAR_MISSING,
  BARS,
  CONDITION_ROLES,
  CONDITIONS,
  FLAGS,
  GRADE_ASSESSMENTS,
  GRADE_SOURCES,
  HANDLINGS,
  KINDS,
  MOST_NAMED,
  NOBODY_NAMEABLE,
  NOT_ALL_NAMEABLE,
  THIRDS,
} from './item-choices';
import { readWhen } from './read-when';
import { thirdPartyPassages } from './third-party-passages';

export interface ItemReading {
  readonly item?: DraftItem;
  readonly errors: readonly FieldError[];
}

export interface AskedFor {
  /** For each person asked about, the categories that take items. */
  readonly categories: ReadonlyMap<string, readonly Category[]>;
  readonly today: string;
  /** Accounts for whom alone an item may be kept; none where nobody can tell. */
  readonly nameable: readonly string[];
  /** Accounts for whom an item of this answer is kept already: they stay good, also while nobody can tell who is of the hub. */
  readonly namedBefore?: readonly string[];
  /** Police grade what they give. */
  readonly grades: boolean;
}

class Faults {
  readonly list: FieldError[] = [];

  /** The value, or a fault at its field where it is missing. */
  needed<Value>(field: string, value: Value | undefined, text: string): Value | undefined {
    if (value === undefined) this.list.push({ field, text });
    return value;
  }

  /** @param href where it leads, where the field has nothing to fill in */
  add(field: string, text: string, href?: string): void {
    this.list.push({ field, text, ...(href !== undefined && { href }) });
  }
}

/** One item of an answer out of the editor; all that is wrong with it at once. What is read could be sealed as it is. */
export function readItem(posted: Posted, asked: AskedFor): ItemReading {
  const faults = new Faults();
  const about = readAbout(posted, asked, faults);
  const said = readSaid(posted, asked, faults);
  const guarded = readGuards(posted, said.text, asked, faults);
  const { personId, category } = about;
  const { when, kind, text, source } = said;
  const isWhole = personId && category && when && kind && text && source;
  if (faults.list.length > 0 || !isWhole || guarded === undefined) return { errors: faults.list };
  const itemId = posted.optional('item-id') ?? newId();
  return { item: { itemId, personId, category, when, kind, text, source, ...guarded }, errors: [] };
}

function readAbout(posted: Posted, { categories }: AskedFor, faults: Faults) {
  const [only] = categories.size === 1 ? [...categories.keys()] : [];
  const chosen = only ?? posted.choice('item-person', [...categories.keys()]);
  const personId = faults.needed('item-person', chosen, 'Choose whom it is about');
  const offered = personId === undefined ? [] : (categories.get(personId) ?? []);
  const category = faults.needed(
    'item-category',
    posted.choice('item-category', offered),
    'Choose a category that you were asked about for this person',
  );
  return { personId, category };
}

function readSaid(posted: Posted, { today }: AskedFor, faults: Faults) {
  const reading = readWhen(posted.text('item-when'), today);
  const when = 'when' in reading ? reading.when : undefined;
  if ('error' in reading) faults.add('item-when', reading.error);
  const kind = faults.needed('item-kind', posted.choice('item-kind', KINDS), 'Choose fact or opinion');
  const text = faults.needed('item-text', posted.optional('item-text'), 'Enter what happened or what is known');
  const source = faults.needed('item-source', posted.optional('item-source'), 'Enter where your agency has it from');
  if (text !== undefined && text.length > 8000)
    faults.add('item-text', 'Use 8,000 characters or fewer, or make two items');
  if (source !== undefined && source.length > 200) faults.add('item-source', 'Use 200 characters or fewer');
  return { when, kind, text, source };
}

type Guards = Omit<DraftItem, 'itemId' | 'personId' | 'category' | 'when' | 'kind' | 'text' | 'source'>;

function readGuards(posted: Posted, text: string | undefined, asked: AskedFor, faults: Faults): Guards | undefined {
  const handling = faults.needed('item-handling', posted.choice('item-handling', HANDLINGS), 'Choose a handling code');
  const condition = handling === 'C' ? readCondition(posted, asked, faults) : undefined;
  const grading = asked.grades ? readGrading(posted, faults) : undefined;
  const bar = faults.needed('item-bar', posted.choice('item-bar', BARS), BAR_MISSING);
  const third = readThirds(posted, text ?? '', faults);
  const flags = posted.choices('item-flags', FLAGS);
  const sanitisedText = posted.optional('item-sanitised');
  if (sanitisedText !== undefined && !flags.includes('source_risk'))
    faults.add('item-flags', 'Tick "May identify a source", or take the sanitised wording out');
  if (handling === undefined || bar === undefined) return undefined;
  return {
    handling,
    ...(condition && { condition }),
    ...(grading && { grading }),
    flags: [...flags, ...(sanitisedText === undefined ? [] : (['sanitised'] as const))],
    ...(sanitisedText !== undefined && { sanitisedText }),
    ...third,
    bar,
    isOld: posted.ticked('item-old'),
    isSignUnder13: posted.ticked('item-under13'),
    isInConfidence: posted.ticked('item-confidence'),
  };
}

function readCondition(posted: Posted, asked: AskedFor, faults: Faults): HandlingCondition | undefined {
  const kind = posted.choice('item-condition', CONDITIONS);
  if (kind === undefined) faults.add('item-condition', 'Handling code C needs a condition');
  if (kind === undefined || kind === 'UNTIL') return kind && readUntil(posted, asked.today, faults);
  if (kind === 'NAMED') return readNamed(posted, asked, faults);
  if (kind !== 'ROLES') return { kind };
  const roles = posted.choices('item-roles', CONDITION_ROLES);
  if (roles.length > 0) return { kind, roles };
  faults.add('item-roles', 'Tick who may see it');
  return undefined;
}

/** Nobody who was ticked is dropped in silence: whom the item is for is all of them, or it is not added. */
function readNamed(
  posted: Posted,
  { nameable, namedBefore = [] }: AskedFor,
  faults: Faults,
): HandlingCondition | undefined {
  const personIds = posted.all('item-named');
  const isKnown = (personId: string) => nameable.includes(personId) || namedBefore.includes(personId);
  if (personIds.length === 0 && nameable.length === 0) faults.add('item-named', NOBODY_NAMEABLE, '#item-condition');
  else if (personIds.length === 0) faults.add('item-named', 'Tick whom it is for');
  else if (!personIds.every(isKnown)) faults.add('item-named', NOT_ALL_NAMEABLE);
  else if (personIds.length > MOST_NAMED) faults.add('item-named', `Name ${MOST_NAMED} people or fewer`);
  else return { kind: 'NAMED', personIds };
  return undefined;
}

function readUntil(posted: Posted, today: string, faults: Faults): HandlingCondition | undefined {
  const reading = readWhen(posted.text('item-until'), today);
  if ('when' in reading && 'date' in reading.when) return { kind: 'UNTIL', date: reading.when.date };
  faults.add('item-until', 'Enter the day with its year, such as 3/11/2027');
  return undefined;
}

function readGrading(posted: Posted, faults: Faults): DraftItem['grading'] {
  const source = posted.choice('item-grade-source', GRADE_SOURCES);
  const assessment = posted.choice('item-grade-assessment', GRADE_ASSESSMENTS);
  if (source === undefined && assessment === undefined) return { scheme: 'none' };
  if (source !== undefined && assessment !== undefined) return { scheme: '3x5x2', source, assessment };
  if (source === undefined) faults.add('item-grade-source', 'Grade the source too, or neither');
  else faults.add('item-grade-assessment', 'Grade the information too, or neither');
  return undefined;
}

function readThirds(posted: Posted, text: string, faults: Faults) {
  const thirds = posted.choice('item-thirds', THIRDS);
  const thirdPartyWords = posted
    .text('item-third-words')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  faults.needed('item-thirds', thirds, 'Say whether anybody else is named in it');
  if (thirds === 'none' && thirdPartyWords.length > 0)
    faults.add('item-thirds', 'You copied words about somebody else: say what they tell');
  const redactionDefeats = posted.ticked('item-redaction');
  if (thirds !== undefined && thirds !== 'none' && thirdPartyWords.length === 0 && !redactionDefeats)
    faults.add(
      'item-third-words',
      'Copy the words that tell of somebody else, or tick that it makes no sense without them',
    );
  if (thirdPartyPassages(text, thirdPartyWords).missing.length > 0)
    faults.add('item-third-words', 'Copy the words exactly as they stand in the text, one passage to a line');
  return { thirds: thirds ?? 'none', thirdPartyWords, redactionDefeats };
}
