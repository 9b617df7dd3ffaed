/** What something rests on, folded away for whoever asks why: the law, the rule, and where the facts of its decision came from. */
export interface BasisView {
  readonly law: readonly string[];
  /** Undefined where its name would give the cause away. */
  readonly rule: string | undefined;
  readonly restsOn: readonly { readonly source: string; readonly when: string; readonly facts: string }[];
}

/** "Rule R-AGR-01 of 2026.1". @param of what stands behind it */
export const ruleWords = (rule: string | undefined, of = ''): string | undefined =>
  rule === undefined || rule === 'hidden' ? undefined : `Rule ${rule}${of}`;

/** Of what is shown, or would go now. Undefined where no law is cited: what waits or is refused rests on none. */
export function permittedBasis({
  lawfulBasis = [],
  rule,
}: {
  lawfulBasis?: readonly string[] | undefined;
  rule?: string;
}): BasisView | undefined {
  return lawfulBasis.length === 0 ? undefined : { law: lawfulBasis, rule: ruleWords(rule), restsOn: [] };
}
