import type { Audience } from '../facts/recipient-facts';
import type { BodyKind } from '../facts/body-facts';
import type { LineFault } from '../facts/agreement-facts';
import type { Mode, Purpose } from '../facts/request-facts';

/** Whom one side of a line names: the organisations if any are named, else the types. No target matches nobody. */
export interface Targets {
  readonly organisations: readonly string[];
  readonly kinds: readonly BodyKind[];
}

/** One line of one version of a published agreement. Days are London days, ISO. */
export interface AgreementLine {
  readonly agreementId: string;
  readonly version: number;
  readonly lineId: string;
  readonly rank: 'exception' | 'default';
  readonly effect: 'allow' | 'deny';
  readonly from: Targets;
  readonly to: Targets;
  readonly purposes: readonly Purpose[];
  readonly categories: readonly string[];
  readonly modes: readonly Mode[];
  readonly startsOn: string;
  /** The last day; none: no end is agreed. */
  readonly endsOn?: string;
  readonly reviewDueOn?: string;
  /** A party has said "stop sharing now": the instant, in milliseconds since 1970. */
  readonly stoppedAt?: number;
  /** Of a stopped line: the first day of a later version of its agreement, from which the stop has ended. None: nothing is drawn again. */
  readonly drawnAgainOn?: string;
  /** Audiences to whom items may go onward without asking the holder each time. */
  readonly standingRelease: readonly Audience[];
  readonly fault?: Exclude<LineFault, 'none' | 'clash'>;
}
