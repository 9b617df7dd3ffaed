import type { Reading } from './verdict';

const HUB = ['hub_analyst', 'hub_manager', 'hub_holder', 'rep_joint'];

/** Section 3, R-GATE-01 to R-ID-02, read line by line (R-GATE-02 is told whether a needed fact is unknown). */
export function readGate(r: Reading, neededFactUnknown: boolean): void {
  const { q } = r;
  const co = q.mode === 'content' || q.mode === 'onward';
  const hub = HUB.includes(q.audience);
  if (q.access === 'none' || q.access === 'conflict') r.say('R-GATE-01a', 'D', 'NO_ACCESS', { absent: true });
  if (q.access === 'break_glass') r.say('R-GATE-01b', '-', 'BREAK_GLASS', { ob: 'BREAK_GLASS_NOTICE' });
  if (neededFactUnknown) r.say('R-GATE-02', 'R:M', 'FACT_UNKNOWN');
  if (q.text === 'differs') r.say('R-PUR-01a', 'D', 'TEXT_DIFFERS');
  const s47Wanted = q.purpose === 'S47' || q.purpose === 'STRATEGY';
  const knownThreshold = q.threshold !== 'unknown';
  const s47Missing = s47Wanted && knownThreshold && q.threshold !== 's47';
  const s17Missing = q.purpose === 'S17' && (q.threshold === 'none' || q.threshold === 'eh');
  if (s47Missing || s17Missing) r.say('R-PUR-01b', 'D', 'ABOVE_THRESHOLD');
  if (['IMMIGRATION', 'LITIGATION', 'PUBLICITY'].includes(q.purpose) || q.audience === 'outsider') {
    r.say('R-PUR-02', 'D', 'PURPOSE_OUTSIDE', { ob: 'TO_IG', absent: true });
  }
  if (q.purpose === 'EVIDENCE') r.say('R-PUR-03', 'R:H,IG', 'PURPOSE_CHANGED', { ob: 'TO_IG' });
  if (q.audience === 'ig' && co) r.say('R-PUR-04', 'D', 'IG_NO_CONTENT');
  if (q.text === 'repeats') r.say('N-PUR-05', 'D', 'TEXT_REPEATS');
  if (q.need === 'no') r.say('R-NEC-01a', 'D', 'NOT_NECESSARY');
  if (co && q.relevance === 'irrelevant') r.say('R-NEC-01b', 'D', 'NOT_RELEVANT');
  if (q.need === 'unclear') r.say('R-NEC-02', 'R:M', 'NECESSITY_UNCLEAR');
  if (co && q.relevance === 'old') r.say('R-NEC-03', 'R:H', 'OLD_OR_SPENT', { strike: true });
  if (q.width === 'whole_record') r.say('R-NEC-04', 'D', 'REQUEST_TOO_WIDE', { ob: 'RESEND_NARROW' });
  if (!co && q.toKind === 'private' && q.need === 'yes') r.say('R-NEC-05', 'R:M', 'PRIVATE_BODY');
  if (q.identity === 'possible') {
    if (hub && q.mode === 'content') r.say('R-ID-01a', 'R:H', 'PERSON_UNCONFIRMED', { ob: 'CONFIRM_NOW' });
    // To the hub in another mode the book is silent: REVIEW and a note.
    if (hub && q.mode !== 'content') r.say('N-ID-01', 'R:H', 'PERSON_UNCONFIRMED', { ob: 'CONFIRM_NOW' });
    if (!hub) r.say('R-ID-01b', 'D', 'PERSON_UNCONFIRMED', { ob: 'CONFIRM_NOW' });
  }
  if (q.identity === 'wrong') r.say('R-ID-02', 'D', 'WRONG_PERSON', { ob: 'RECALL BREACH_72H', absent: true });
}

/** Section 3, R-BAR-01 to R-BAR-04. */
export function readBar(r: Reading): void {
  const { q } = r;
  const co = q.mode === 'content' || q.mode === 'onward';
  switch (q.bar) {
    case 'adoption':
      r.say('R-BAR-01', 'R:A', 'BAR_ADOPTION', { absent: true });
      break;
    case 'gender':
      r.say('R-BAR-02a', 'R:L', 'BAR_GENDER');
      break;
    case 'other':
      r.say('R-BAR-02b', 'R:L', 'BAR_OTHER', { absent: true });
      break;
    case 'court':
      if (co && ['hub_manager', 'team_sc', 'police'].includes(q.audience) && q.threshold === 's47') {
        r.say('R-BAR-03a', '-', 'BAR_COURT_EXEMPT', { ob: 'COURT_NOTICE' });
      } else r.say('R-BAR-03b', 'R:L', 'BAR_COURT', { absent: true });
      break;
    case 'sexual_health':
      if (['none', 'eh', 's17'].includes(q.threshold) && q.sign === 'none') {
        r.say('R-BAR-04', 'R:H', 'CONFIDENCE_SEXUAL', { absent: true });
      }
      break;
    default:
  }
}

/** Section 3, R-HOLD-01 to R-DET-02. */
export function readHolder(r: Reading): void {
  const { q } = r;
  const hub = HUB.includes(q.audience);
  const hubOnly = q.flags.includes('hub_only');
  const unboundRep = q.audience === 'rep_joint' && q.toDuty === 'unbound';
  if (hubOnly && hub && !unboundRep) r.say('R-HOLD-01', '-', 'HUB_ONLY');
  if (hub && q.handling === 'C' && q.met === 'yes') {
    r.say('R-HOLD-02a', 'P', 'CONDITION_MET', { ob: 'SHOW_CONDITION', strike: true });
  }
  if (hub && (q.handling === 'unmapped' || (q.handling === 'C' && q.met !== 'yes'))) {
    r.say('R-HOLD-02b', 'R:H', 'CONDITION_NOT_MET', { strike: true });
  }
  const limited = q.handling === 'C' || q.handling === 'unmapped';
  if (!hub && limited && q.release === 'none') {
    const listed = q.conditions.includes('ROLES') || q.conditions.includes('NAMED');
    if (q.handling === 'C' && listed && q.inList === 'no') {
      r.say('R-HOLD-03a', 'D', 'CONDITION_EXCLUDES', { ob: 'REQUEST_WORDING', strike: true });
    } else r.say('R-HOLD-03b', 'R:H', 'NOT_RELEASED', { strike: true });
  }
  if ((q.mode === 'content' || q.mode === 'onward') && q.release === 'none') {
    const leaves = !hub && !limited;
    const noStanding = q.mode === 'onward' && q.standingRelease === 'no';
    if (leaves && (hubOnly || noStanding)) r.say('R-HOLD-04a', 'R:H', 'NOT_RELEASED', { strike: true });
    else if (unboundRep && hubOnly) r.say('R-HOLD-04a', 'R:H', 'NOT_RELEASED', { strike: true });
    else if (leaves && q.mode === 'onward') r.say('R-HOLD-04b', '-', 'STANDING_RELEASE', { strike: true });
  }
  const leavesHub = !hub || (unboundRep && hubOnly);
  // The book is silent on a release of which nobody can tell: REVIEW by the holder, and a note.
  if ((q.mode === 'content' || q.mode === 'onward') && q.release === 'unknown' && leavesHub)
    r.say('N-HOLD-04', 'R:H', 'NOT_RELEASED');
  if (q.release === 'refused') r.say('R-HOLD-05', 'D', 'HOLDER_REFUSED', { strike: true });
  if (q.release === 'released') r.say('R-HOLD-06', '-', 'RELEASED_WORDING', { cut: 'WORDING_ONLY' });
  if (q.flags.includes('source_risk') && !q.flags.includes('sanitised') && q.audience !== 'hub_holder') {
    r.say('R-SRC-01', 'R:H', 'MAY_IDENTIFY_SOURCE', { ob: 'REQUEST_WORDING' });
  }
  if (q.detriment === 'recorded') {
    r.say('R-DET-01', 'D', 'DETRIMENT_RECORDED', { ob: 'TRY_OTHER_ROUTE DETRIMENT_REVIEW' });
  }
  if (q.detriment === 'claimed') r.say('R-DET-02', 'R:S', 'DETRIMENT_CHALLENGED');
}
