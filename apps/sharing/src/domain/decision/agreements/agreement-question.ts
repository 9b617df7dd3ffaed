import type { BodyKind } from '../facts/body-facts';
import type { Audience } from '../facts/recipient-facts';
import type { Mode, Purpose } from '../facts/request-facts';

/** What the agreements are asked: parties, purpose, category, mode and day. */
export interface AgreementQuestion {
  readonly fromOrganisation: string;
  readonly fromKind: BodyKind;
  readonly toOrganisation: string;
  readonly toKind: BodyKind;
  readonly purpose: Purpose | 'unknown';
  readonly category: string;
  readonly mode: Mode;
  readonly audience: Audience;
  /** Milliseconds since 1970. */
  readonly now: number;
}
