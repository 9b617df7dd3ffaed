import type { ObligationCode } from '../decision';

export interface Whose {
  readonly code: ObligationCode;
  readonly agencyId: string | null;
  readonly personId: string | null;
}

/** What owes it. */
export interface Owed extends Whose {
  readonly envelopeIds: ReadonlySet<string>;
}

/** How it stands: what owed it before, and the task that is still open. */
export interface Standing extends Whose {
  readonly openId: string | null;
  readonly envelopeIds: readonly string[];
}

/** What of it is new, and the task that it joins; none where a new one is owed. */
export interface OwedAnew extends Whose {
  readonly joins?: string;
  readonly envelopeIds: readonly string[];
}

export const keyOfTask = ({ code, agencyId, personId }: Whose): string => `${code} ${agencyId ?? ''} ${personId ?? ''}`;

/**
 * What comes while a task is open is done with it. What comes once it is done owes it again; what owed it then, and is looked at again, does not.
 */
export function owedAnew(owed: readonly Owed[], standing: readonly Standing[]): OwedAnew[] {
  return owed.flatMap((one) => {
    const known = standing.filter((task) => keyOfTask(task) === keyOfTask(one));
    const before = new Set(known.flatMap(({ envelopeIds }) => envelopeIds));
    const envelopeIds = [...one.envelopeIds].filter((envelopeId) => !before.has(envelopeId));
    if (envelopeIds.length === 0) return [];
    const joins = known.find(({ openId }) => openId !== null)?.openId ?? undefined;
    return [{ ...one, envelopeIds, ...(joins !== undefined && { joins }) }];
  });
}
