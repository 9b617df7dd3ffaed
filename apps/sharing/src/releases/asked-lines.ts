import type { Category } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { SharingDecisionRepository, type DecisionRow } from '../asking/sharing-decision.repository';

/** The lines of requests as they were last decided. */
export class AskedLines {
  constructor(private readonly rows: readonly DecisionRow[]) {}

  /** Those that the agency may be asked about this person. */
  of(agencyId: string, personId: string): DecisionRow[] {
    return this.everProposed(agencyId, personId).filter(({ outcome }) => outcome === 'PERMIT');
  }

  /** Whether a request of ours, which states its task, lies behind an answer; also where the line was recalled since. */
  statesTask(agencyId: string, personId: string): boolean {
    return this.everProposed(agencyId, personId).length > 0;
  }

  categoryOf(agencyId: string, personId: string): Category | undefined {
    return this.of(agencyId, personId).find(({ category }) => category !== null)?.category ?? undefined;
  }

  private everProposed(agencyId: string, personId: string): DecisionRow[] {
    return this.rows.filter((row) => row.toAgencyId === agencyId && row.personId === personId);
  }
}

@Injectable()
export class AskedLinesFinder {
  constructor(private readonly decisions: SharingDecisionRepository) {}

  async of(enquiryId: string): Promise<AskedLines> {
    const rows = await this.decisions.ofEnquiry(enquiryId);
    return new AskedLines(rows.filter(({ mode }) => mode === 'ask'));
  }
}
