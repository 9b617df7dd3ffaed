import { AttestedPartnerships, RowAttestations, type AttestingEntry } from '@mash/contracts';
import { ServiceClient } from '@mash/service-host';
import { Injectable } from '@nestjs/common';

const SCOPE = 'facts:read';
const PAGE = 100;

/** What this service attested, as the audit log has it: asked of its owner, over the interface that everybody else uses. */
@Injectable()
export class AttestationReader {
  constructor(private readonly services: ServiceClient) {}

  async partnerships(): Promise<string[]> {
    const path = '/row-attestations/partnerships?service=sharing';
    return (await this.services.get('audit', path, { schema: AttestedPartnerships, scope: SCOPE })).partnershipIds;
  }

  /** Every entry after that number, oldest first. */
  async *after(partnershipId: string, seq: number): AsyncGenerator<AttestingEntry> {
    let after = seq;
    for (;;) {
      const path = `/row-attestations?service=sharing&partnershipId=${partnershipId}&after=${after}&limit=${PAGE}`;
      const page = await this.services.get('audit', path, { schema: RowAttestations, scope: SCOPE });
      yield* page.entries;
      const last = page.entries.at(-1);
      if (last === undefined || !page.hasMore) return;
      after = last.seq;
    }
  }
}
