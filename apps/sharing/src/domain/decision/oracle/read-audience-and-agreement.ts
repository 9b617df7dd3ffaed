import type { Reading } from './verdict';

const HUB = ['hub_analyst', 'hub_manager', 'hub_holder', 'rep_joint'];
const REFERRERS = ['referrer_pro', 'referrer_public', 'referrer_anon'];

/** R-EX, R-SAFE, R-THIRD. */
export function readAudience(r: Reading): void {
  const { q } = r;
  const name = q.mode === 'ask' ? q.toReveals : q.fromReveals;
  if (q.mode === 'existence' && name === 'none') r.say('R-EX-01a', '-', 'EXISTENCE_ONLY');
  if ((q.mode === 'ask' || q.mode === 'existence') && name !== 'none') {
    r.say('R-EX-01b', '-', 'EXISTENCE_IS_CONTENT', { cut: 'COUNT_ONLY' });
  }
  const places = 'PLACE AREA SCHOOL SURGERY';
  if (q.protectedPlaces.length > 0) {
    if (q.access !== 'named') r.say('R-SAFE-01', '-', 'PROTECTED_PLACE', { cut: places });
    if (q.side !== 'none' || (q.mode === 'ask' && q.relation === 'ap')) {
      r.say('R-SAFE-02', '-', 'PROTECTED_FROM_AP', { cut: `${places} VICTIM_IDENTIFIERS` });
    }
  }
  if (q.flags.includes('unsafe_tell')) {
    if (q.purpose === 'INFORM') r.say('R-SAFE-03a', 'D', 'UNSAFE_TO_TELL', { ob: 'NOT_TELL_PARENT' });
    else r.say('R-SAFE-03b', '-', 'UNSAFE_TO_TELL', { ob: 'NOT_TELL_PARENT' });
  }
  const family = q.audience === 'parent' || q.audience === 'subject';
  const referrer = REFERRERS.includes(q.audience);
  if (q.flags.includes('do_not_alert')) {
    if (family || referrer) r.say('R-SAFE-04a', 'R:H', 'DO_NOT_ALERT', { ob: 'HOLD_TELLING' });
    else r.say('R-SAFE-04b', '-', '', { ob: 'CARRY_DO_NOT_ALERT' });
  }
  if ((family && q.flags.includes('not_family')) || (referrer && q.flags.includes('not_referrer'))) {
    r.say('R-SAFE-05', 'D', 'NOT_FOR_AUDIENCE');
  }
  if (q.purpose === 'INFORM' && q.audience === 'parent') r.say('R-SAFE-06', 'P', 'INFORM', { star: true });
  if (q.thirds === 'personal') r.say('R-THIRD-01a', '-', 'THIRD_PARTY_REDACTED', { cut: 'THIRD_PARTY' });
  if (q.thirds === 'special') r.say('R-THIRD-01b', '-', 'THIRD_PARTY_REDACTED', { cut: 'THIRD_PARTY_PASSAGE' });
  if (q.redaction === 'defeats') r.say('R-THIRD-02', 'R:H', 'REDACTION_DEFEATS', { strike: true });
}

/** Whether R-XB-01 takes over. */
function crossesBorder({ q }: Reading): boolean {
  const otherCouncil = q.fromKind === 'council_other' || q.toKind === 'council_other';
  const reached = q.threshold === 's17' || q.threshold === 's47';
  return otherCouncil && q.crossBorder === 'yes' && reached && q.agreement === 'none';
}

/** R-BODY, R-XB, R-ENC, R-FB, R-SAR. */
export function readBody(r: Reading): void {
  const { q } = r;
  const asksOrExists = q.mode === 'ask' || q.mode === 'existence';
  const below47 = q.threshold === 'none' || q.threshold === 'eh' || q.threshold === 's17';
  const charityLike = ['voluntary', 'childcare', 'housing'].includes(q.toKind) && q.toDuty === 'unbound';
  if (asksOrExists && charityLike && below47 && q.consent !== 'given' && q.agreement !== 'exc_allow') {
    r.say('R-BODY-01', 'R:M', 'ASKING_TELLS', { strike: true });
  }
  const publicKinds = [
    'council',
    'council_other',
    'council_abroad',
    'police',
    'health',
    'education',
    'probation',
    'youth_justice',
  ];
  if (q.fromDuty === 'unbound' && !publicKinds.includes(q.fromKind) && q.statesTask === 'yes') {
    if (q.mode === 'content') r.say('R-BODY-02', '-', 'RLI_ANSWER');
    // The book speaks of content only: the same serves the lesser disclosure.
    if (q.mode === 'existence') r.say('N-BODY-02', '-', 'RLI_ANSWER');
  }
  if (crossesBorder(r)) r.say('R-XB-01', r.from ? 'P' : 'R:M', 'CROSS_BORDER', { ob: 'AGR_GAP TELL_HOME_COUNCIL' });
  if (q.fromKind === 'council_abroad' || q.toKind === 'council_abroad') r.say('R-XB-02', 'R:M,L', 'OUTSIDE_ENGLAND');
  if (q.purpose === 'ENCOMPASS') {
    const lead = q.toKind === 'education' && q.encompassRole === 'school_lead';
    const homeEducated = q.toKind === 'council' && q.encompassRole === 'home_educated_officer';
    const bornChild = ['u13', '13_15', '16_17'].includes(q.subjectKind);
    if (q.fromKind === 'police' && bornChild && (lead || homeEducated)) {
      r.say('R-ENC-01', 'P', 'ENCOMPASS', { ob: 'BEFORE_SCHOOL', star: true });
    }
    if (q.toKind === 'childcare') {
      if (q.toDuty === 'bound') r.say('R-ENC-02a', r.from ? 'P' : 'R:M', 'ENCOMPASS_OUTSIDE', { star: true });
      else r.say('R-ENC-02b', 'R:M', 'ENCOMPASS_OUTSIDE', { star: true });
    }
  }
  if (q.purpose === 'FEEDBACK') {
    if (q.side === 'none' && q.audience === 'referrer_pro') {
      r.say('R-FB-01a', 'P', 'FEEDBACK_LIMITED', { cut: 'FEEDBACK_FIELDS_ONLY', star: true });
    }
    if (q.side === 'none' && q.audience === 'referrer_public') {
      r.say('R-FB-01b', 'P', 'ACK_ONLY', { cut: 'RECEIPT_ONLY', star: true });
    }
    if (q.audience === 'referrer_anon' || q.side !== 'none') r.say('R-FB-02', 'D', 'FEEDBACK_DENIED', { star: true });
  }
  if (q.purpose === 'SAR' && (q.audience === 'subject' || q.audience === 'parent')) {
    r.say('R-SAR-01', 'R:IG,H', 'SUBJECT_ACCESS', { ob: 'SERIOUS_HARM_CHECK', cut: 'OTHER_PEOPLE', star: true });
  }
}

/** R-AGR, R-REG and what section 1 adds to "none". R-OVR-01 is read with the override. */
export function readAgreement(r: Reading): void {
  const { q } = r;
  const bothBound = q.fromDuty === 'bound' && q.toDuty === 'bound';
  const pressing = q.threshold === 's47' || q.urgent === 'yes';
  const denied = r.from && bothBound ? 'R:H' : 'D';
  if (q.agreement === 'exc_allow') r.say('R-AGR-01a', 'P', 'AGREED_EXCEPTION');
  if (q.agreement === 'default_allow') r.say('R-AGR-01b', 'P', 'AGREED_DEFAULT');
  if (q.agreement === 'exc_deny' || q.agreement === 'default_deny') r.say('R-AGR-02', denied, 'AGREEMENT_DENIES');
  const nothing = ['not_started', 'expired', 'none'].includes(q.agreement) && !crossesBorder(r);
  if (nothing && bothBound) {
    r.say('R-AGR-03', r.from || pressing ? 'R:M' : 'D', 'AGREEMENT_GAP', { ob: 'AGR_GAP', strike: true });
  }
  if (q.agreement === 'stopped') r.say('R-AGR-04', denied, 'AGREEMENT_STOPPED');
  if (nothing && !bothBound) {
    const review = pressing || (q.mode === 'ask' && q.threshold === 's17');
    r.say('R-AGR-05', review ? 'R:M' : 'D', 'NOTHING_AGREED', { strike: true });
  }
  if (q.agreement === 'past_review') {
    if (q.overdue === 'within') r.say('R-AGR-06a', 'P', 'AGR_OVERDUE', { ob: 'AGR_REVIEW', strike: true });
    else r.say('R-AGR-06b', 'R:IG', 'AGR_OVERDUE', { ob: 'AGR_REVIEW', strike: true });
  }
  if (q.agreement === 'none' && q.uncovered !== 'none') {
    if (q.uncovered !== 'purpose') r.say('S1-AGR-a', '-', 'CATEGORY_NOT_COVERED');
    if (q.uncovered !== 'category') r.say('S1-AGR-b', '-', 'PURPOSE_NOT_COVERED');
  }
  if (q.lineFault === 'rli_public') r.say('R-REG-01a', 'D', 'REGISTER_BASIS');
  if (q.lineFault === 'consent_basis') r.say('R-REG-01b', 'R:IG', 'REGISTER_BASIS');
  if (q.lineFault === 'clash') r.say('R-REG-01c', '-', 'REGISTER_BASIS');
}

export const isHub = (audience: string): boolean => HUB.includes(audience);
