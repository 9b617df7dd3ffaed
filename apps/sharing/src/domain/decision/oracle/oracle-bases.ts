import type { SharingQuestion } from '../facts/sharing-question';

const RLI_FROM = Date.UTC(2026, 1, 5);
const ENC_FROM = Date.UTC(2025, 10, 7);
const COUNCILS = ['council', 'council_other'];
const PUBLIC = [...COUNCILS, 'council_abroad', 'police', 'health', 'education', 'probation', 'youth_justice'];
const ORDER = ['TASK', 'DUTY', 'ASSIST', 'RLI', 'VITAL', 'SPEC', 'PUBLIC', 'ENC', 'ADULT'];

/** Paragraph 18 of Schedule 1 with its reason, as section 6 gives one to each ground; without one, paragraph 6. */
function specialCondition({ consent, ground }: SharingQuestion): string {
  if (consent === 'given') return 'SPEC para_6';
  if (ground === 'NS_HARM' || ground === 'NS_OTHER' || ground === 'NS_CRIME') return 'SPEC 18(c)';
  if (ground === 'NS_DELAY' || ground === 'NS_CONTACT') return 'SPEC 18(b)';
  return ground === 'NS_CANNOT' ? 'SPEC 18(a)' : 'SPEC para_6';
}

/** Whose task it is, and which (section 4, TASK): the council's section 47, 17, or 10 below them; another body's own function. */
function task(q: SharingQuestion, said: (id: string) => boolean, council: boolean): string {
  if (said('R-KIND-01a')) return 'TASK s10';
  if (said('R-KIND-02a') || said('R-KIND-02b')) return 'TASK own_function';
  if (q.mode !== 'ask' && q.mode !== 'onward' && !council) return 'TASK own_function';
  if (q.threshold === 's47') return 'TASK s47';
  return q.threshold === 's17' ? 'TASK s17' : 'TASK s10';
}

/** What the lines named in `ids` leave of the standard bases (section 2, point 5, with sections 3 and 4), each with what it stands on. */
export function oracleBases(q: SharingQuestion, ids: readonly string[], from: boolean): string[] {
  const said = (id: string): boolean => ids.includes(id);
  const council = COUNCILS.includes(q.fromKind) || COUNCILS.includes(q.toKind);
  const cited = new Set<string>();
  const councilDiscloses = q.mode === 'ask' || q.mode === 'onward';
  const publicHolder =
    PUBLIC.includes(q.fromKind) ||
    (q.fromDuty === 'bound' && !['voluntary', 'private', 'outside'].includes(q.fromKind));
  if ((councilDiscloses || publicHolder) && !said('R-BODY-02')) cited.add('TASK');
  const dutyOff = ['R-KIND-01a', 'R-KIND-02a', 'R-KIND-02b', 'R-THR-03', 'R-BODY-02', 'R-XB-02', 'R-ENC-01'].some(said);
  if (from && q.fromDuty === 'bound' && q.toDuty === 'bound' && !dutyOff) cited.add('DUTY');
  const calledOn =
    (q.mode === 'existence' || q.mode === 'content') &&
    q.fromS47List === 'yes' &&
    COUNCILS.includes(q.toKind) &&
    (q.threshold === 's17' || q.threshold === 's47');
  const assistOff = ['R-KIND-01a', 'R-KIND-02a', 'R-KIND-02b', 'R-THR-03', 'R-ENC-01'].some(said);
  if (calledOn && !['police', 'education', 'voluntary'].includes(q.fromKind) && !assistOff) cited.add('ASSIST');
  if ((said('R-BODY-02') || said('N-BODY-02')) && q.now >= RLI_FROM) cited.add('RLI');
  if (q.mode === 'protect') cited.add('VITAL').add('PUBLIC');
  const hasArticle6 = ['TASK', 'DUTY', 'ASSIST', 'RLI', 'VITAL'].some((code) => cited.has(code));
  if (q.dataClass !== 'personal') cited.add('SPEC');
  if ((q.confidential === 'yes' && q.consent !== 'given') || said('R-KIND-01a')) cited.add('PUBLIC');
  if (said('R-ENC-01') && q.now >= ENC_FROM) cited.add('ENC');
  if ((said('R-KIND-02a') || said('R-KIND-02b')) && council) cited.add('ADULT');
  if (!hasArticle6) return [];
  return ORDER.filter((code) => cited.has(code)).map((code) => {
    if (code === 'TASK') return task(q, said, council);
    if (code === 'SPEC') return specialCondition(q);
    return code === 'ASSIST' ? `ASSIST ${q.threshold === 's47' ? 's47' : 's27'}` : code;
  });
}
