import { Agencies } from '@mash/contracts';
import { PassingServiceFailure, ServiceClient } from '@mash/service-host';
import { Injectable } from '@nestjs/common';

export type RegisteredAgency = Agencies['agencies'][number];

const FRESH_MS = 60_000;
/** So long it is not asked for again by whoever takes it as it is. */
const STALE_MS = 10_000;

/** The agency register as `sharing` keeps it, read under a scope that gives no names of people, and kept for a minute. */
@Injectable()
export class AgencyRegister {
  private readonly kept = new Map<string, { agencies: RegisteredAgency[]; until: number }>();

  constructor(private readonly services: ServiceClient) {}

  async all(partnershipId: string): Promise<RegisteredAgency[]> {
    const known = this.kept.get(partnershipId);
    if (known && known.until > Date.now()) return known.agencies;
    const path = `/register/agencies?partnershipId=${partnershipId}`;
    const { agencies } = await this.services.get('sharing', path, { schema: Agencies, scope: 'facts:read' });
    this.kept.set(partnershipId, { agencies, until: Date.now() + FRESH_MS });
    return agencies;
  }

  /** The same, and while `sharing` does not answer as it was read last: nothing, where it never was. */
  async atHand(partnershipId: string): Promise<readonly RegisteredAgency[]> {
    try {
      return await this.all(partnershipId);
    } catch (error) {
      if (!(error instanceof PassingServiceFailure)) throw error;
      const agencies = this.kept.get(partnershipId)?.agencies ?? [];
      if (agencies.length > 0) this.kept.set(partnershipId, { agencies, until: Date.now() + STALE_MS });
      return agencies;
    }
  }
}
