import type { Agencies } from '@mash/contracts';
import { Injectable } from '@nestjs/common';

/**
 * Agencies whose name gives nothing away, as the register said last: kept in memory. What it does not have, or before it was read, is named to nobody
 * who may not know (rule row R-EX-01).
 */
@Injectable()
export class OpenNames {
  private readonly kept = new Map<string, ReadonlySet<string>>();

  keep(partnershipId: string, register: Agencies['agencies']): void {
    const open = register.filter(({ revealsCategory }) => !revealsCategory);
    this.kept.set(partnershipId, new Set(open.map(({ agencyId }) => agencyId)));
  }

  isAtHand(partnershipId: string): boolean {
    return this.kept.has(partnershipId);
  }

  /** What was announced with a request can have changed since: today's register closes a name, and opens none. */
  asOfToday<Asked extends { readonly agencyId: string; readonly mayBeNamed: boolean }>(
    partnershipId: string,
    requests: readonly Asked[],
  ): Asked[] {
    const open = this.kept.get(partnershipId);
    const isOpen = (agencyId: string) => open?.has(agencyId) === true;
    return requests.map((one) => ({ ...one, mayBeNamed: one.mayBeNamed && isOpen(one.agencyId) }));
  }
}
