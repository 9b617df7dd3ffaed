import type { Releaser } from '../facts/answer-facts';
import type { SharingQuestion } from '../facts/sharing-question';
import type { ObligationCode } from '../law/obligations';
import type { ReasonCode } from '../reasons/reason-code';
import type { RedactionCode } from '../rules/redaction-code';
import type { RuleId } from '../rules/rule-id';
import type { Outcome, SharingDecision, Visibility } from '../sharing-decision';

const STAR_REASONS: ReadonlySet<ReasonCode> = new Set([
  'UNDER_13',
  'OWN_RECORD',
  'INFORM',
  'ENCOMPASS',
  'ENCOMPASS_OUTSIDE',
  'FEEDBACK_LIMITED',
  'ACK_ONLY',
  'FEEDBACK_DENIED',
  'SUBJECT_ACCESS',
]);

/**
 * What a scenario expects, in full: what it does not name must not be there, save what the rule book's worked examples
 * leave understood. Bases, deciding rule and releasers are compared where they are named.
 */
export class Expected {
  constructor(
    readonly outcome: Outcome,
    readonly reasons: readonly ReasonCode[],
    readonly visibility: Visibility,
    readonly obligations: readonly ObligationCode[] = [],
    readonly redactions: readonly RedactionCode[] = [],
    readonly bases?: readonly string[],
    readonly rule?: RuleId,
    readonly releasers?: readonly Releaser[],
    readonly tasks?: readonly RuleId[],
  ) {}

  private but(change: Partial<Expected>): Expected {
    return new Expected(
      this.outcome,
      this.reasons,
      change.visibility ?? this.visibility,
      change.obligations ?? this.obligations,
      change.redactions ?? this.redactions,
      change.bases ?? this.bases,
      change.rule ?? this.rule,
      this.releasers,
      change.tasks ?? this.tasks,
    );
  }

  absent(): Expected {
    return this.but({ visibility: 'absent' });
  }

  owing(...obligations: ObligationCode[]): Expected {
    return this.but({ obligations });
  }

  leavingOut(...redactions: RedactionCode[]): Expected {
    return this.but({ redactions });
  }

  /** Codes with their detail, such as "TASK s17" or "DUTY". */
  on(...bases: string[]): Expected {
    return this.but({ bases });
  }

  by(rule: RuleId): Expected {
    return this.but({ rule });
  }

  /** One task for each of these rows: all of them must be answered. */
  answersTo(...tasks: RuleId[]): Expected {
    return this.but({ tasks });
  }
}

export const permitted = (...reasons: ReasonCode[]): Expected => new Expected('PERMIT', reasons, 'shown');
export const denied = (...reasons: ReasonCode[]): Expected => new Expected('DENY', reasons, 'withheld');
export const reviewed = (by: Releaser | readonly Releaser[], ...reasons: ReasonCode[]): Expected =>
  new Expected('REVIEW', reasons, 'withheld', [], [], undefined, undefined, typeof by === 'string' ? [by] : by);

/** The reasons that the worked examples of the rule book leave out because they go without saying. */
export function understoodReasons(q: SharingQuestion, { reasons }: Expected): ReasonCode[] {
  if (q.mode === 'protect') return [];
  const isSilent = reasons.some((reason) => STAR_REASONS.has(reason));
  const standsReleased = q.standingRelease === 'yes' && q.release === 'none' && !q.flags.includes('hub_only');
  const isFree = q.handling !== 'C' && q.handling !== 'unmapped';
  const inHub = ['hub_analyst', 'hub_manager', 'hub_holder', 'rep_joint'].includes(q.audience);
  const struck: readonly ReasonCode[] = q.override === 'none' ? [] : q.override.strikes;
  const understood: (ReasonCode | false)[] = [
    !isSilent && q.threshold === 's47' && 'CONSENT_NOT_BASIS',
    !isSilent && q.agreement === 'default_allow' && 'AGREED_DEFAULT',
    !isSilent && ['none', 'eh', 's17'].includes(q.threshold) && q.consent === 'given' && 'CONSENT_GIVEN',
    q.mode === 'onward' && !inHub && standsReleased && isFree && 'STANDING_RELEASE',
  ];
  return understood.filter((reason): reason is ReasonCode => reason !== false && !struck.includes(reason));
}

const sorted = (codes: Iterable<string>): string[] => [...new Set(codes)].sort();

/**
 * A decision and what was expected of it, in one comparable shape each. The reasons that were named are compared in their order, and
 * so are the bases; nothing may be there beside them but what is understood.
 */
export function compared(
  q: SharingQuestion,
  decision: SharingDecision,
  expected: Expected,
): { got: unknown; wanted: unknown } {
  const understood = understoodReasons(q, expected);
  const isNamed = (reason: ReasonCode): boolean => expected.reasons.includes(reason);
  const informs: ObligationCode[] = understood.includes('CONSENT_NOT_BASIS') ? ['INFORM_PARENT'] : [];
  const bases = decision.lawfulBasis.map(({ code, detail }) => (detail === undefined ? code : `${code} ${detail}`));
  return {
    got: {
      outcome: decision.outcome,
      visibility: decision.visibility,
      reasons: decision.reasons.filter(isNamed),
      beside: sorted(decision.reasons.filter((reason) => !isNamed(reason))),
      obligations: sorted(decision.obligations),
      redactions: sorted(decision.redactions),
      ...(expected.bases ? { bases } : {}),
      ...(expected.rule ? { rule: decision.rule } : {}),
      ...(expected.releasers ? { releasers: sorted(decision.releasers) } : {}),
      ...(expected.tasks ? { tasks: decision.reviews.map(({ rule }) => rule) } : {}),
    },
    wanted: {
      outcome: expected.outcome,
      visibility: expected.visibility,
      reasons: expected.reasons,
      beside: sorted(understood.filter((reason) => !isNamed(reason))),
      obligations: sorted([...expected.obligations, ...informs]),
      redactions: sorted(expected.redactions),
      ...(expected.bases ? { bases: expected.bases } : {}),
      ...(expected.rule ? { rule: expected.rule } : {}),
      ...(expected.releasers ? { releasers: sorted(expected.releasers) } : {}),
      ...(expected.tasks ? { tasks: expected.tasks } : {}),
    },
  };
}
