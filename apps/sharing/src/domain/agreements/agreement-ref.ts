interface NamedLine {
  readonly agreementId: string;
  readonly version: number;
  readonly lineId: string;
}

const ofVersion = ({ agreementId, version }: Omit<NamedLine, 'lineId'>): string => `${agreementId} v${String(version)}`;

/** What a decision and a line of the ledger name of the agreement that they rest on: its id, version and line. */
export const agreementRef = (line: NamedLine | undefined): string | null =>
  line === undefined ? null : `${ofVersion(line)} ${line.lineId}`;

const NEVER_IN_FORCE = ['none', 'not_started', 'expired', 'stopped'];

/** What was decided earlier. `agreement`: what the agreements said then, where that was kept beside it. */
export interface EarlierDecision {
  readonly agreementRef: string | null;
  readonly agreement?: string;
}

/**
 * Whether what was decided earlier rests on one of these versions. A decision that already read that its agreement was stopped, or was not in
 * force, rests on something else: on a releaser's yes.
 */
export function restsOnOneOf(versions: readonly Omit<NamedLine, 'lineId'>[]): (earlier: EarlierDecision) => boolean {
  const names = new Set(versions.map(ofVersion));
  return ({ agreementRef: ref, agreement }) =>
    ref !== null &&
    (agreement === undefined || !NEVER_IN_FORCE.includes(agreement)) &&
    names.has(ref.split(' ').slice(0, 2).join(' '));
}
