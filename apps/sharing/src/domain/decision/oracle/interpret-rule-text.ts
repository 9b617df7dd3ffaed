import type { SharingQuestion } from '../facts/sharing-question';
import { oracleBases } from './oracle-bases';
import { overrideHolds } from './oracle-override';
import { isHub, readAgreement, readAudience, readBody } from './read-audience-and-agreement';
import { readBar, readGate, readHolder } from './read-gate-and-holder';
import { ageRead, readConsent, readPerson } from './read-person-and-consent';
import type { Line } from './verdict';
import { Reading } from './verdict';

/** 00:00 London time on 30 September 2026. */
const DUTY_FROM = Date.parse('2026-09-29T23:00:00Z');

export interface OracleVerdict {
  readonly outcome: string;
  readonly visibility: string;
  readonly reasons: readonly string[];
  readonly obligations: readonly string[];
  readonly redactions: readonly string[];
  readonly bases: readonly string[];
  readonly rule: string;
  readonly releasers: readonly string[];
  /** On REVIEW, the lines that must still be answered. */
  readonly tasks: readonly string[];
  /** Every line that applied, with what it said. */
  readonly lines: readonly Line[];
}

const unique = (codes: readonly string[]): string[] => codes.filter((code, at) => codes.indexOf(code) === at);

/** "A needed fact": whatever a row of this question would read. */
function lacksFact(q: SharingQuestion, silent: boolean): boolean {
  const below47 = q.threshold === 'none' || q.threshold === 'eh' || q.threshold === 's17';
  const minor = ['u13', '13_15', '16_17'].includes(ageRead(q));
  const child = minor || q.subjectKind === 'unborn';
  if ([q.threshold, q.purpose, q.subjectKind, q.relation].some((fact) => fact === 'unknown')) return true;
  if (q.mode !== 'ask' && [q.bar, q.release, q.detriment].some((fact) => fact === 'unknown')) return true;
  if (minor && q.objects === 'unknown') return true;
  if (child && below47 && (q.dispute === 'unknown' || (q.consent === 'given' && q.pr === 'unknown'))) return true;
  return below47 && q.consent === 'unknown' && !silent;
}

function readBook(asked: SharingQuestion, from: boolean): { q: SharingQuestion; lines: Line[] } {
  const name = asked.mode === 'ask' ? asked.toReveals : asked.fromReveals;
  const asksOrExists = asked.mode === 'ask' || asked.mode === 'existence';
  const q: SharingQuestion = {
    ...asked,
    ...(asksOrExists && name !== 'none' ? { dataClass: 'special' as const } : {}),
    ...(asked.mode === 'existence' && name === 'none' ? { dataClass: 'personal' as const } : {}),
  };
  const rest = new Reading(q, from);
  [readBar, readHolder, readPerson, readConsent, readAudience, readBody, readAgreement].forEach((read) => read(rest));
  const silent = rest.lines.some(({ star }) => star);
  const gate = new Reading(q, from);
  readGate(gate, lacksFact(q, silent));
  if (overrideHolds(q)) {
    rest.say('R-OVR-01', '-', 'OVERRIDDEN', { ob: 'TELL_HOLDER OVERRIDE_REVIEW' });
  }
  const isSilenced = (line: Line): boolean =>
    !line.star && ['CONS', 'THR', 'AGR'].includes(line.id.split('-')[1] ?? '');
  const lines = [...gate.lines, ...rest.lines].filter((line) => !(silent && isSilenced(line)));
  return { q, lines };
}

function readProtect(q: SharingQuestion): Line[] {
  const reading = new Reading(q, false);
  reading.say('R-PROT-01', 'P', 'IMMEDIATE_PROTECTION', { ob: 'RECEIPT NEXT_DAY_REVIEW TELL_HOLDER' });
  const barred = q.bar !== 'none' && q.bar !== 'unknown';
  const sourceAtRisk = q.flags.includes('source_risk') && !q.flags.includes('sanitised');
  if ((barred || sourceAtRisk) && q.isTheDanger === 'no') {
    reading.say('R-PROT-02', '-', 'LEFT_OUT', { cut: 'LEFT_OUT_ITEM' });
  }
  return reading.lines;
}

function isStruck(line: Line, q: SharingQuestion): boolean {
  const { override } = q;
  if (override !== 'none' && overrideHolds(q) && line.strikable) {
    const struck: readonly string[] = override.strikes;
    if (line.reasons.some((reason) => struck.includes(reason))) return true;
  }
  if (!line.outcome.startsWith('R:')) return false;
  const asked = line.outcome.slice(2).split(',');
  return asked.every((by) => q.yeses.some((yes) => yes.rule === line.id && yes.by === by));
}

function visibility(q: SharingQuestion, outcome: string, lines: readonly Line[]): string {
  if (outcome === 'PERMIT') return 'shown';
  if (lines.some(({ absent }) => absent)) return 'absent';
  return q.mode === 'ask' || isHub(q.audience) || q.audience === 'ig' ? 'withheld' : 'absent';
}

/**
 * The rule book read slowly, line by line, from its text: the oracle that the compiled rules are held against. It shares
 * no data, no condition and no list of codes with them: of theirs it knows the shape of a question alone.
 */
export function interpretRuleText(asked: SharingQuestion): OracleVerdict {
  const from = asked.now >= DUTY_FROM;
  const { q, lines } = asked.mode === 'protect' ? { q: asked, lines: readProtect(asked) } : readBook(asked, from);
  const standing = lines.filter((line) => !isStruck(line, q));
  const deny = standing.find(({ outcome }) => outcome === 'D');
  const review = standing.find(({ outcome }) => outcome.startsWith('R:'));
  const permit = standing.find(({ outcome }) => outcome === 'P') ?? lines.find(({ outcome }) => outcome !== '-');
  const ids = lines.map(({ id }) => id);
  const bases = deny || review || !permit ? [] : oracleBases(q, ids, from);
  const noBasis = !deny && !review && bases.length === 0;
  const outcome = deny ? 'DENY' : review || noBasis ? 'REVIEW' : 'PERMIT';
  const tasks = standing.filter((line) => line.outcome.startsWith('R:'));
  const releasers = tasks.flatMap(({ id, outcome: by }) =>
    by
      .slice(2)
      .split(',')
      .filter((one) => !q.yeses.some((yes) => yes.rule === id && yes.by === one)),
  );
  return {
    outcome,
    visibility: visibility(q, outcome, standing),
    reasons: unique([...standing.flatMap(({ reasons }) => reasons), ...(noBasis ? ['NO_BASIS'] : [])]),
    obligations: unique(lines.flatMap(({ obligations }) => obligations)),
    redactions: unique(lines.flatMap(({ redactions }) => redactions)),
    bases,
    rule: (deny ?? review)?.id ?? (noBasis ? 'S2-BASES' : (permit?.id ?? '')),
    releasers: outcome === 'REVIEW' ? unique([...releasers, ...(noBasis ? ['IG'] : [])]) : [],
    tasks: outcome === 'REVIEW' ? [...tasks.map(({ id }) => id), ...(noBasis ? ['S2-BASES'] : [])] : [],
    lines,
  };
}
