import type { SharingQuestion } from '../facts/sharing-question';
import type { BasisChange, BasisCode, BasisDetail, CitedBasis } from './basis';
import { BASIS_CODES } from './basis';
import type { FramePeriod } from './frame-periods';

/** Types of body that are public authorities at their tasks. */
export const PUBLIC_KINDS: ReadonlySet<string> = new Set([
  'council',
  'council_other',
  'council_abroad',
  'police',
  'health',
  'education',
  'probation',
  'youth_justice',
]);
/** A listed body of these kinds is never called on by s47(9) or s27: police, schools, charities. */
const NEVER_ASSISTS: ReadonlySet<string> = new Set(['police', 'education', 'voluntary']);
const NEVER_HAS_A_TASK: ReadonlySet<string> = new Set(['voluntary', 'private', 'outside']);
/** Codes that stand on UK GDPR article 6; the others need one of these beside them. */
const ARTICLE_6: ReadonlySet<BasisCode> = new Set(['TASK', 'DUTY', 'ASSIST', 'RLI']);

const PARA_18_REASON: Readonly<Partial<Record<SharingQuestion['ground'], BasisDetail>>> = {
  NS_HARM: '18(c)',
  NS_OTHER: '18(c)',
  NS_CRIME: '18(c)',
  NS_DELAY: '18(b)',
  NS_CONTACT: '18(b)',
  NS_CANNOT: '18(a)',
};

const DETAIL_TEXT: Readonly<Record<BasisDetail, string>> = {
  s47: "the council's enquiries under Children Act 1989 s47",
  s17: 'the council and children in need, Children Act 1989 s17',
  s10: 'the function in Children Act 2004 s10, not as a gateway',
  own_function: "the body's own function (for a child with Children Act 2004 s11), not as a gateway",
  para_6: 'paragraph 6, statutory purposes (or article 9(2)(h) with paragraph 2, under secrecy)',
  '18(a)': 'paragraph 18, consent cannot be given',
  '18(b)': 'paragraph 18, consent cannot reasonably be got',
  '18(c)': 'paragraph 18, getting consent would prejudice the protection',
  s27: 'section 27',
};

const isCouncil = (kind: string): boolean => kind === 'council' || kind === 'council_other';
const councilTakesPart = (q: SharingQuestion): boolean => isCouncil(q.fromKind) || isCouncil(q.toKind);

/** In ask and onward the hub's council discloses for its own task; otherwise the holder must be a public body. */
function hasTask(q: SharingQuestion): boolean {
  if (q.mode === 'ask' || q.mode === 'onward') return true;
  if (NEVER_HAS_A_TASK.has(q.fromKind)) return false;
  return PUBLIC_KINDS.has(q.fromKind) || q.fromDuty === 'bound';
}

function taskDetail(q: SharingQuestion): BasisDetail {
  if (q.mode !== 'ask' && q.mode !== 'onward' && !councilTakesPart(q)) return 'own_function';
  if (q.threshold === 's47' || q.threshold === 's17') return q.threshold;
  return 's10';
}

const isAnswerOfListedBody = (q: SharingQuestion): boolean =>
  (q.mode === 'existence' || q.mode === 'content') &&
  q.fromS47List === 'yes' &&
  isCouncil(q.toKind) &&
  (q.threshold === 's17' || q.threshold === 's47') &&
  !NEVER_ASSISTS.has(q.fromKind);

/** STD: the bases that a decision rests on where its rows name no others (rule book section 2, point 5). */
function standardBases(q: SharingQuestion): Map<BasisCode, BasisDetail | undefined> {
  const std = new Map<BasisCode, BasisDetail | undefined>();
  if (hasTask(q)) std.set('TASK', taskDetail(q));
  if (q.fromDuty === 'bound' && q.toDuty === 'bound') std.set('DUTY', undefined);
  if (isAnswerOfListedBody(q)) std.set('ASSIST', q.threshold === 's47' ? 's47' : 's27');
  if (q.dataClass !== 'personal') {
    std.set('SPEC', (q.consent === 'given' ? undefined : PARA_18_REASON[q.ground]) ?? 'para_6');
  }
  if (q.confidential === 'yes' && q.consent !== 'given') std.set('PUBLIC', undefined);
  return std;
}

/** Whether an added basis has what its entry needs: the Care Act binds a council. */
const isOpenTo = (code: BasisCode, q: SharingQuestion): boolean => code !== 'ADULT' || councilTakesPart(q);

function applyChanges(q: SharingQuestion, changes: readonly BasisChange[]): Map<BasisCode, BasisDetail | undefined> {
  const bases = standardBases(q);
  for (const { add = [] } of changes) {
    for (const code of add) if (isOpenTo(code, q) && !bases.has(code)) bases.set(code, undefined);
  }
  for (const { drop = [] } of changes) for (const code of drop) bases.delete(code);
  const task = changes.find((change) => change.task !== undefined)?.task;
  if (task !== undefined && bases.has('TASK')) bases.set('TASK', task);
  return bases;
}

const citedText = (code: BasisCode, detail: BasisDetail | undefined, text: string): string => {
  if (code === 'ASSIST') return detail === 's27' ? 'Children Act 1989 s27, with UK GDPR article 6(1)(c)' : text;
  return detail === undefined ? text : `${text}: ${DETAIL_TEXT[detail]}`;
};

/**
 * The bases a PERMIT rests on, entries in force only, in the order of the legal frame. Empty where no article 6 basis is
 * left (VITAL alone suffices in immediate protection only): then nothing may be shared.
 */
export function citeBases(q: SharingQuestion, changes: readonly BasisChange[], period: FramePeriod): CitedBasis[] {
  const bases = applyChanges(q, changes);
  const cited: CitedBasis[] = [];
  for (const code of BASIS_CODES) {
    const entry = period.inForce.get(code);
    if (entry === undefined || !bases.has(code)) continue;
    const detail = bases.get(code);
    cited.push({ code, ...(detail === undefined ? {} : { detail }), text: citedText(code, detail, entry.text) });
  }
  const stands = cited.some(({ code }) => ARTICLE_6.has(code) || (code === 'VITAL' && q.mode === 'protect'));
  return stands ? cited : [];
}
