import type { SharingQuestion } from '../facts/sharing-question';
import { EVERYDAY as E, UNITS_ABOVE, WEIGHTS as W } from './fact-weights';
import { FLAGS, CONDITION_CODES, PROTECTED_PLACES } from '../facts/item-facts';

/** Three whole numbers below 2^53; two questions of one period of the law have the same key only if all facts agree. */
export interface QuestionKey {
  request: number;
  people: number;
  item: number;
}

const bitsFrom = <Code extends string>(codes: readonly Code[], first: number): Readonly<Record<Code, number>> =>
  Object.fromEntries(codes.map((code, index) => [code, 1 << (first + index)])) as Record<Code, number>;

const FLAG_BITS = bitsFrom(FLAGS, 0);
const PLACE_BITS = bitsFrom(PROTECTED_PLACES, FLAGS.length);
const CONDITION_BITS = bitsFrom(CONDITION_CODES, FLAGS.length + PROTECTED_PLACES.length);
const ABOVE_PEOPLE = UNITS_ABOVE[1] ?? 0;
const ABOVE_ITEM = UNITS_ABOVE[2] ?? 0;

function listBits(q: SharingQuestion): number {
  let bits = 0;
  for (const flag of q.flags) bits |= FLAG_BITS[flag];
  for (const place of q.protectedPlaces) bits |= PLACE_BITS[place];
  for (const condition of q.conditions) bits |= CONDITION_BITS[condition];
  return bits;
}

// Each fact is read by its own name on purpose: read through a list of names, the key would cost more than the decision.

/** What is asked, by whom it would be seen, and what consent there is. */
function requestWord(q: SharingQuestion): number {
  let word = 0;
  if (q.mode !== E.mode) word += W.mode[q.mode];
  if (q.threshold !== E.threshold) word += W.threshold[q.threshold];
  if (q.urgent !== E.urgent) word += W.urgent[q.urgent];
  if (q.purpose !== E.purpose) word += W.purpose[q.purpose];
  if (q.text !== E.text) word += W.text[q.text];
  if (q.statesTask !== E.statesTask) word += W.statesTask[q.statesTask];
  if (q.crossBorder !== E.crossBorder) word += W.crossBorder[q.crossBorder];
  if (q.need !== E.need) word += W.need[q.need];
  if (q.width !== E.width) word += W.width[q.width];
  if (q.audience !== E.audience) word += W.audience[q.audience];
  if (q.side !== E.side) word += W.side[q.side];
  if (q.access !== E.access) word += W.access[q.access];
  if (q.encompassRole !== E.encompassRole) word += W.encompassRole[q.encompassRole];
  if (q.met !== E.met) word += W.met[q.met];
  if (q.inList !== E.inList) word += W.inList[q.inList];
  if (q.consent !== E.consent) word += W.consent[q.consent];
  if (q.service !== E.service) word += W.service[q.service];
  if (q.ground !== E.ground) word += W.ground[q.ground];
  if (q.restsOn !== E.restsOn) word += W.restsOn[q.restsOn];
  if (q.answered !== E.answered) word += W.answered[q.answered];
  if (q.parentRefuses !== E.parentRefuses) word += W.parentRefuses[q.parentRefuses];
  return word;
}

/** The bodies, the subject and what is agreed. */
function peopleWord(q: SharingQuestion): number {
  let word = 0;
  if (q.fromKind !== E.fromKind) word += W.fromKind[q.fromKind];
  if (q.fromDuty !== E.fromDuty) word += W.fromDuty[q.fromDuty];
  if (q.fromReveals !== E.fromReveals) word += W.fromReveals[q.fromReveals];
  if (q.fromS47List !== E.fromS47List) word += W.fromS47List[q.fromS47List];
  if (q.toKind !== E.toKind) word += W.toKind[q.toKind];
  if (q.toDuty !== E.toDuty) word += W.toDuty[q.toDuty];
  if (q.toReveals !== E.toReveals) word += W.toReveals[q.toReveals];
  if (q.subjectKind !== E.subjectKind) word += W.subjectKind[q.subjectKind];
  if (q.relation !== E.relation) word += W.relation[q.relation];
  if (q.sibling !== E.sibling) word += W.sibling[q.sibling];
  if (q.siblingKind !== E.siblingKind) word += W.siblingKind[q.siblingKind];
  if (q.sign !== E.sign) word += W.sign[q.sign];
  if (q.competence !== E.competence) word += W.competence[q.competence];
  if (q.objects !== E.objects) word += W.objects[q.objects];
  if (q.dispute !== E.dispute) word += W.dispute[q.dispute];
  if (q.pr !== E.pr) word += W.pr[q.pr];
  if (q.agreement !== E.agreement) word += W.agreement[q.agreement];
  if (q.uncovered !== E.uncovered) word += W.uncovered[q.uncovered];
  if (q.overdue !== E.overdue) word += W.overdue[q.overdue];
  if (q.standingRelease !== E.standingRelease) word += W.standingRelease[q.standingRelease];
  if (q.lineFault !== E.lineFault) word += W.lineFault[q.lineFault];
  return word;
}

/** The item. */
function itemWord(q: SharingQuestion): number {
  let word = 0;
  if (q.dataClass !== E.dataClass) word += W.dataClass[q.dataClass];
  if (q.confidential !== E.confidential) word += W.confidential[q.confidential];
  if (q.bar !== E.bar) word += W.bar[q.bar];
  if (q.relevance !== E.relevance) word += W.relevance[q.relevance];
  if (q.thirds !== E.thirds) word += W.thirds[q.thirds];
  if (q.redaction !== E.redaction) word += W.redaction[q.redaction];
  if (q.handling !== E.handling) word += W.handling[q.handling];
  if (q.release !== E.release) word += W.release[q.release];
  if (q.detriment !== E.detriment) word += W.detriment[q.detriment];
  if (q.identity !== E.identity) word += W.identity[q.identity];
  if (q.isTheDanger !== E.isTheDanger) word += W.isTheDanger[q.isTheDanger];
  return word;
}

/** Writes the key of a question into `key`; answers that people gave (yeses, override) are not part of it. */
export function writeQuestionKey(q: SharingQuestion, period: number, key: QuestionKey): void {
  key.request = requestWord(q);
  key.people = peopleWord(q) + period * ABOVE_PEOPLE;
  key.item = itemWord(q) + listBits(q) * ABOVE_ITEM;
}
