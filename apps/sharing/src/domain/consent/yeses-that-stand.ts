import type { IntakeFacts } from '@mash/contracts';
import type { ReleaserYes, RuleId } from '../decision';

/** What somebody puts on record of a person beside their consent. */
export type StatedOf = NonNullable<IntakeFacts['people'][number]['stated']>[number]['fact'];

/** A yes as it is put to the rules. */
export interface GivenYes extends ReleaserYes {
  /** Names of the facts that the question lacked to which it was said; left out where that is not known of it. */
  readonly unknown?: readonly string[];
}

/** A yes, with what was known when it was said. */
export interface AnsweredYes extends GivenYes {
  readonly answeredAt: Date;
  /** Of the question that it answered, in the rule book's code. */
  readonly threshold: string;
}

/** When what rows read of a person was last said, and the threshold that stands, in the rule book's code. */
export interface LastSaid {
  readonly consent: Date | undefined;
  readonly stated: Readonly<Partial<Record<StatedOf, Date>>>;
  readonly threshold: string;
}

type Read = 'consent' | StatedOf;
const WHO_SPEAKS: readonly Read[] = ['competence', 'parental_responsibility'];

/** What the rows whose yes is one to what was known that day read, beside the threshold. What nobody could say has been said once somebody said it. */
const READS: readonly (readonly [rule: RegExp, facts: readonly Read[]])[] = [
  [/^(R-CONS|N-CONS|R-THR-02)/, ['consent', ...WHO_SPEAKS]],
  [/^R-PAR/, ['consent', 'dispute', ...WHO_SPEAKS]],
  [/^R-AGE/, ['consent', 'objects', 'competence']],
  [/^R-GATE-02/, ['consent', 'objects', 'dispute', ...WHO_SPEAKS]],
];
const readsOf = (rule: RuleId): readonly Read[] | undefined => READS.find(([rows]) => rows.test(rule))?.[1];

/** Whether a row reads consent. */
export const readsConsent = (rule: RuleId): boolean => readsOf(rule) !== undefined;

const LEVELS = ['none', 'eh', 's17', 's47'];
/** What could be let go without anybody's agreement at a level may not be so below it; at a higher one it is needed the more. */
const isBelow = (now: string, then: string): boolean =>
  LEVELS.includes(now) && LEVELS.includes(then) && LEVELS.indexOf(now) < LEVELS.indexOf(then);

/**
 * A newer version of a fact reopens what rests on it (rule book section 1): a yes falls with the next word on what its row reads, and where the
 * threshold has fallen below the one at which it was said. A yes to any other row stands.
 */
export function yesStands({ rule, answeredAt, threshold }: AnsweredYes, last: LastSaid): boolean {
  const reads = readsOf(rule);
  if (reads === undefined) return true;
  const isOvertaken = reads.some((fact) => {
    const saidAt = fact === 'consent' ? last.consent : last.stated[fact];
    return saidAt !== undefined && saidAt >= answeredAt;
  });
  return !isOvertaken && !isBelow(last.threshold, threshold);
}

/** Those of the yeses that still stand, as they are put to the rules. */
export const yesesThatStand = (yeses: readonly AnsweredYes[], last: LastSaid): GivenYes[] =>
  yeses
    .filter((yes) => yesStands(yes, last))
    .map(({ rule, by, unknown }) => ({ rule, by, ...(unknown !== undefined && { unknown }) }));

/** A yes for want of one fact is none for want of another (R-GATE-02). */
export const coversWhatIsUnknown = ({ rule, unknown }: GivenYes, now: readonly string[]): boolean =>
  rule !== 'R-GATE-02' || unknown === undefined || now.every((fact) => unknown.includes(fact));
