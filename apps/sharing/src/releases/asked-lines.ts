import type { Category } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { SharingDecisionRepository, type DecisionRow } from '../asking/sharing-decision.repository';

/** The lines of requests that agencies were allowed to be asked, as they were decided. */
export class AskedLines {
  constructor(private readonly rows: readonly DecisionRow[]) {}

  of(agencyId: string, personId: string): DecisionRow[] {
    return this.rows.filter((row) => row.toAgencyId === agencyId && row.personId === personId);
  }

  categoryOf(agencyId: string, personId: string): Category | undefined {
    return this.of(agencyId, personId).find(({ category }) => category !== null)?.category ?? undefined;
  }
}

@Injectable()
export class AskedLinesFinder {
  constructor(private readonly decisions: SharingDecisionRepository) {}

  async of(enquiryId: string): Promise<AskedLines> {
    const rows = await this.decisions.ofEnquiry(enquiryId);
    return new AskedLines(rows.filter(({ mode, outcome }) => mode === 'ask' && outcome === 'PERMIT'));
  }
}
