import type { SealerSays } from '@mash/sealing';

/**
 * For what was checked when it came in and lies here since, or is its author's alone: received when it was sealed. What the console's earlier key
 * sealed in its time stays readable so, and what claims to be later does not count (docs/security/sealing.md).
 */
export const whenSealed = ({ sealedAt }: SealerSays): Date => sealedAt;
