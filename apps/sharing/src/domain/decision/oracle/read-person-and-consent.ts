import type { SharingQuestion } from '../facts/sharing-question';
import type { Reading } from './verdict';

const HUB = ['hub_analyst', 'hub_manager', 'hub_holder', 'rep_joint'];
const below47 = (q: SharingQuestion): boolean => ['none', 'eh', 's17'].includes(q.threshold);
const isProtector = (q: SharingQuestion): boolean => [...HUB, 'team_sc', 'police'].includes(q.audience);

/** "Decide by the sibling": an unborn child is read at the age of the sibling whose facts are read. */
export const ageRead = (q: SharingQuestion): SharingQuestion['subjectKind'] =>
  q.subjectKind === 'unborn' && q.siblingKind !== 'none' ? q.siblingKind : q.subjectKind;

/** "16+ yes": competence of a 16 or 17 year old is taken, of a younger one it is found. */
function speaksForThemselves(q: SharingQuestion): boolean {
  if (ageRead(q) === '16_17') return q.competence !== 'no';
  return ageRead(q) === '13_15' && q.competence === 'yes';
}

/** R-KIND, R-AGE, R-PAR. */
export function readPerson(r: Reading): void {
  const { q } = r;
  if (q.subjectKind === 'unborn') {
    if (q.sibling === 'no') r.say('R-KIND-01a', 'R:M', 'UNBORN_BASIS', { strike: true });
    else r.say('R-KIND-01b', '-', 'VIA_SIBLING', { strike: true });
  }
  const isTheConcern = q.relation === 'concern' || q.purpose === 'ADULT_RISK';
  if (isTheConcern && (q.subjectKind === 'adult' || q.subjectKind === '18_25')) {
    if (q.consent === 'given') r.say('R-KIND-02a', '-', 'ADULT_SUBJECT');
    else r.say('R-KIND-02b', 'R:M', 'ADULT_SUBJECT');
  }
  const age = ageRead(q);
  const teenager = age === '13_15' || age === '16_17';
  const toParent = q.audience === 'parent';
  if (q.objects === 'yes' && teenager && q.competence !== 'no') {
    if (below47(q) && !toParent) r.say('R-AGE-01', 'R:M', 'CHILD_OBJECTS', { ob: 'RECORD_WISHES', strike: true });
    if (q.threshold === 's47' && isProtector(q)) {
      r.say('R-AGE-02a', 'P', 'OBJECTION_OUTWEIGHED', { ob: 'RECORD_WISHES TELL_CHILD', strike: true });
    } else if (q.threshold === 's47' && !toParent) r.say('R-AGE-02b', 'R:M', 'CHILD_OBJECTS', { strike: true });
    if (toParent) r.say('R-AGE-03', 'D', 'CHILD_OBJECTS_PARENT', { ob: 'ASK_AGAIN' });
  }
  if (speaksForThemselves(q) && q.consent === 'given' && q.parentRefuses === 'yes') {
    r.say('R-AGE-04', '-', 'CHILD_AGREES');
  }
  const cannotDecide = age === 'u13' || (teenager && q.competence === 'no');
  if (q.objects === 'yes' && cannotDecide) r.say('R-AGE-05', '-', 'CHILD_VOICE', { ob: 'RECORD_WISHES' });
  if (q.sign === 'u13_sexual' && isProtector(q)) {
    r.say('R-AGE-06', 'P', 'UNDER_13', { ob: 'STRATEGY_CONSIDERED', star: true });
  }
  const childsRecord = age === 'unborn' || age === 'u13' || teenager;
  if (below47(q) && childsRecord && !speaksForThemselves(q)) {
    if (q.dispute === 'open') r.say('R-PAR-01a', 'R:M', 'PARENTS_DISAGREE', { ob: 'TELL_BOTH', strike: true });
    if (q.consent === 'given' && q.pr === 'unproven') r.say('R-PAR-01b', 'R:M', 'PR_UNPROVEN', { strike: true });
  }
}

function readRefusedAndWithdrawn(r: Reading): void {
  const { q } = r;
  const helpTeam = q.audience === 'team_eh' || q.audience === 'team_other';
  if (q.consent === 'refused' && !helpTeam) {
    const named = [...HUB, 'agency', 'police', 'team_sc'].includes(q.audience);
    const id = named ? 'R-CONS-02' : 'N-CONS-02'; // to others the book is silent: REVIEW and a note
    r.say(id, 'R:M', 'CONSENT_REFUSED', { ob: 'RISK_AGAIN TELL_OUTCOME', strike: true });
  }
  if (helpTeam) {
    const no = ['refused', 'withdrawn'];
    if (no.includes(q.consent) || no.includes(q.service)) {
      r.say('R-CONS-03a', 'D', 'HELP_BY_AGREEMENT', { ob: 'RISK_AGAIN', strike: true });
    } else if (q.service !== 'given') r.say('R-CONS-03b', 'R:M', 'SERVICE_NOT_AGREED', { strike: true });
  }
  if (q.consent !== 'withdrawn') return;
  if (HUB.includes(q.audience) && q.answered === 'yes') {
    r.say('R-CONS-04', 'P', 'WITHDRAWN_LIMITED', { ob: 'TELL_RECIPIENTS RISK_AGAIN', strike: true });
  } else if (!helpTeam) {
    if ((q.mode === 'ask' || q.mode === 'existence') && q.restsOn === 'agreement') {
      r.say('R-CONS-05a', 'D', 'CONSENT_WITHDRAWN', { ob: 'RECALL_REQUEST', strike: true });
    } else r.say('R-CONS-05b', 'R:M', 'CONSENT_WITHDRAWN', { ob: 'RISK_AGAIN', strike: true });
  }
}

function readNotSought(r: Reading): void {
  const { q } = r;
  const bothBound = q.fromDuty === 'bound' && q.toDuty === 'bound';
  if (q.ground !== 'none' && q.ground !== 'NS_TEXT') {
    const outcome = r.from && bothBound && q.need === 'yes' ? 'P' : 'R:M';
    r.say('R-CONS-06', outcome, 'NOT_SOUGHT_GROUND', { ob: 'INFORM_PARENT', strike: true });
    return;
  }
  const since = bothBound && q.need === 'yes' && q.dataClass === 'personal' ? 'P' : 'R:M';
  r.say('R-CONS-07', r.from ? since : 'D', 'NO_GROUND', { ob: 'INFORM_PARENT REFERRER_DEFECT', strike: true });
}

/** R-CONS and R-THR. The class is already that of a revealing name (R-EX-01). */
export function readConsent(r: Reading): void {
  const { q } = r;
  if (below47(q)) {
    if (q.consent === 'given') r.say('R-CONS-01', '-', 'CONSENT_GIVEN', { strike: true });
    readRefusedAndWithdrawn(r);
    if (q.consent === 'not_sought') readNotSought(r);
  }
  if (q.threshold === 's47') r.say('R-THR-01', '-', 'CONSENT_NOT_BASIS', { ob: 'INFORM_PARENT' });
  if (q.threshold === 'none' && q.consent !== 'given') {
    r.say('R-THR-02', r.from ? 'R:M' : 'D', 'THRESHOLD_NONE', { strike: true });
  }
  if (q.purpose === 'SCREEN' && q.fromKind === 'council' && q.toKind === 'council' && q.need === 'yes') {
    r.say('R-THR-03', 'P', 'OWN_RECORD', { star: true });
  }
}
