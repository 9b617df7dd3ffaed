import type { RowFinding } from '@mash/contracts';

/** A row, or an attestation, that is not what the application made. */
export type Finding = RowFinding & { readonly partnershipId: string | null };
