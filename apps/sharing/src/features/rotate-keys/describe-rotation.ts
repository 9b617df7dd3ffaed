import { SEAL_REFUSALS, type SealRefusalCode } from '@mash/sealing';
import type { RotationReport } from './rotate-keys.handler';

/** What came of a rotation, for whoever runs it. */
export function describeRotation({ kekId, rewrapped, left, failed }: RotationReport): string[] {
  const done = `${rewrapped} keys wrapped anew under ${kekId}, ${left} left under another key-encryption key`;
  const failures = Object.entries(failed) as [SealRefusalCode, number][];
  return [
    done,
    ...failures.map(([code, keys]) => `${keys} of them do not unwrap: ${code} (${SEAL_REFUSALS[code]})`),
    left === 0
      ? 'No key needs the earlier key-encryption keys any more.'
      : 'Keep MASH_KEK_EARLIER: without it what is left can never be opened.',
  ];
}
