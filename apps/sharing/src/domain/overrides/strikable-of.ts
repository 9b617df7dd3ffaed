import {
  REASON_CATALOGUE,
  RULE_BOOK,
  STRIKABLE_REASONS,
  type ReasonCode,
  type Releaser,
  type RuleId,
} from '../decision';

/** What the rules and people have said so far about one thing for one recipient. */
export interface Standing {
  /** Reasons of the newest decision on a line of a request, or of a refusal that no REVIEW lies behind. */
  readonly reasons: readonly ReasonCode[];
  readonly reviews: readonly {
    readonly rule: RuleId;
    readonly releaser: Releaser;
    readonly state: 'open' | 'released' | 'refused' | 'overridden' | 'superseded';
  }[];
}

const rows = new Map(RULE_BOOK.map((row) => [row.id, row]));
const HOLDERS: readonly Releaser[] = ['H', 'S'];

/** The reasons of a row that an override may name: none, where the row is not in the closing list of rule book section 6. */
export function strikableOfRule(rule: RuleId): readonly ReasonCode[] {
  const row = rows.get(rule);
  return row?.overridable === true ? row.reasons.filter((reason) => STRIKABLE_REASONS.has(reason)) : [];
}

/** The reasons that an override of this may name: of what waits, of what was refused, and the holder's refusal itself. */
export function strikableOf({ reasons, reviews }: Standing): ReasonCode[] {
  const standing = reviews.filter(({ state }) => state === 'open' || state === 'refused');
  const isRefusedByHolder = standing.some(({ state, releaser }) => state === 'refused' && HOLDERS.includes(releaser));
  return [
    ...new Set([
      ...reasons.filter((reason) => STRIKABLE_REASONS.has(reason)),
      ...standing.flatMap(({ rule }) => strikableOfRule(rule)),
      ...(isRefusedByHolder ? (['HOLDER_REFUSED'] as const) : []),
    ]),
  ];
}

/** What whoever overrides calls a reason: HOLD or WITHHELD, where the cause is the holder's to know. */
export const reasonAsNamed = (reason: ReasonCode): string => REASON_CATALOGUE[reason].readsAs ?? reason;
