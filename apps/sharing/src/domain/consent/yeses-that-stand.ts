import type { ReleaserYes, RuleId } from '../decision';

export interface AnsweredYes extends ReleaserYes {
  readonly answeredAt: Date;
}

/** Rows that read consent: a yes to one of them is a yes to what was known of consent that day. */
const READS_CONSENT = /^(R-CONS|N-CONS|R-PAR|R-THR-02|R-GATE-02|R-AGE)/;
export const readsConsent = (rule: RuleId): boolean => READS_CONSENT.test(rule);

/** A newer statement reopens what rests on it (rule book section 1): a yes to a consent row falls with it, any other stands. */
export const yesStands = (rule: RuleId, answeredAt: Date, newestStatementAt: Date | undefined): boolean =>
  !readsConsent(rule) || newestStatementAt === undefined || answeredAt > newestStatementAt;

/** Those of the yeses that still stand. */
export const yesesThatStand = (yeses: readonly AnsweredYes[], newestStatementAt: Date | undefined): ReleaserYes[] =>
  yeses
    .filter(({ rule, answeredAt }) => yesStands(rule, answeredAt, newestStatementAt))
    .map(({ rule, by }) => ({ rule, by }));
