import type { ConsentKind, StatedConsent } from '@mash/contracts';
import { londonDayOf } from './london-day-of';

/** The three consents are stated one by one and never merged (docs/domain/consent.md). */
export const CONSENT_KINDS = ['service', 'sharing', 'data_protection'] as const satisfies readonly ConsentKind[];

/** One statement as it is kept: never altered; a later one stands beside it. */
export interface ConsentStatement extends Omit<StatedConsent, 'statedOn'> {
  readonly statementId: string;
  readonly personId: string;
  readonly givenById?: string | undefined;
  readonly statedAt: Date;
  readonly recordedAt: Date;
}

/** Of an earlier day the hour is not known: its noon, which no change of the clocks moves into another day. Never later than now. */
function statedAt(statedOn: string | undefined, now: Date): Date {
  return statedOn === undefined || statedOn >= londonDayOf(now) ? now : new Date(`${statedOn}T12:00:00.000Z`);
}

/** Gives each statement its id and the persons it is about. The mentions are known to be there: the contact was checked. */
export function consentStatements(
  stated: readonly StatedConsent[],
  personOf: ReadonlyMap<string, string>,
  mint: () => string,
  recordedAt: Date,
): ConsentStatement[] {
  return stated.flatMap(({ statedOn, ...consent }) => {
    const personId = personOf.get(consent.mentionId);
    if (personId === undefined) return [];
    const givenById = consent.givenByMentionId === undefined ? undefined : personOf.get(consent.givenByMentionId);
    const statementId = consent.statementId ?? mint();
    return [{ ...consent, statementId, personId, givenById, statedAt: statedAt(statedOn, recordedAt), recordedAt }];
  });
}
