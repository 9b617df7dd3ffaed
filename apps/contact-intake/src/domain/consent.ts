import type { ConsentKind, StatedConsent } from '@mash/contracts';

/** The three consents are stated one by one and never merged (docs/domain/consent.md). */
export const CONSENT_KINDS = ['service', 'sharing', 'data_protection'] as const satisfies readonly ConsentKind[];

/** One statement as it is kept: never altered; a later one stands beside it. */
export interface ConsentStatement extends StatedConsent {
  readonly statementId: string;
  readonly personId: string;
  readonly givenById?: string | undefined;
  readonly statedAt: Date;
  readonly recordedAt: Date;
}

/** Gives each statement its id and the persons it is about. The mentions are known to be there: the contact was checked. */
export function consentStatements(
  stated: readonly StatedConsent[],
  personOf: ReadonlyMap<string, string>,
  mint: () => string,
  recordedAt: Date,
): ConsentStatement[] {
  return stated.flatMap((consent) => {
    const personId = personOf.get(consent.mentionId);
    if (personId === undefined) return [];
    const givenById = consent.givenByMentionId === undefined ? undefined : personOf.get(consent.givenByMentionId);
    return [{ ...consent, statementId: mint(), personId, givenById, statedAt: recordedAt, recordedAt }];
  });
}
