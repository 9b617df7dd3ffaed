import { readRows } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { knownBirth } from '../domain/known-birth';
import type { BirthsToLookAt } from '../domain/kind-changes';
import type { SaidBirth } from '../domain/said-birth';
import { fromBirthColumns } from './birth-columns';
import type { BirthColumns } from './birth-columns';

export interface OfEnquiry {
  readonly enquiryId: string;
  readonly partnershipId: string;
}

interface BirthRow extends OfEnquiry, BirthColumns {
  readonly said: SaidBirth;
  readonly kind: SaidBirth['kind'];
  readonly expectedDate?: string;
}

const BIRTHS = `
  SELECT m.enquiry_id, m.partnership_id, m.said, p.kind, p.birth_year, p.birth_month, p.birth_day, p.birth_approximate, p.expected_date
    FROM mention m JOIN person p ON p.person_id = m.person_id
   WHERE ($1::uuid IS NULL OR m.partnership_id = $1)
     AND (p.birth_year = ANY($2::int[]) OR (m.said -> 'birthDate' ->> 'year')::int = ANY($2::int[])
       OR p.expected_date BETWEEN $3 AND $4 OR m.said ->> 'expectedDate' BETWEEN $3 AND $4)`;
const JUDGED = `
  SELECT DISTINCT f.enquiry_id, r.partnership_id, coalesce(f.judged_at, f.stated_at) AS at
    FROM person_fact f JOIN roster r ON r.enquiry_id = f.enquiry_id
   WHERE ($1::uuid IS NULL OR r.partnership_id = $1) AND (f.competence IS NOT NULL OR f.objects IS NOT NULL)
     AND coalesce(f.judged_at, f.stated_at) > $2 AND coalesce(f.judged_at, f.stated_at) <= $3`;

/** What a day that comes may change of the people on rosters. */
@Injectable()
export class PassedDateRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @param partnershipId every partnership's where it is left out */
  async births(
    { years, expectedFrom, expectedTo }: BirthsToLookAt,
    partnershipId?: string,
  ): Promise<(OfEnquiry & { birth: SaidBirth })[]> {
    const values = [partnershipId ?? null, years, expectedFrom, expectedTo];
    const rows = await readRows<BirthRow>(this.dataSource, BIRTHS, values);
    return rows.map(({ enquiryId, partnershipId: of, said, kind, expectedDate, ...columns }) => ({
      ...{ enquiryId, partnershipId: of },
      birth: knownBirth({ kind, birthDate: fromBirthColumns(columns), expectedDate }, said),
    }));
  }

  judged(after: Date, until: Date, partnershipId?: string): Promise<(OfEnquiry & { at: Date })[]> {
    return readRows<OfEnquiry & { at: Date }>(this.dataSource, JUDGED, [partnershipId ?? null, after, until]);
  }
}
