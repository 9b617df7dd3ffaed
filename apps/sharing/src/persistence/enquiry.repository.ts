import type { ReferrerKind } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What this service knows of an enquiry by itself. Everything else is asked of its owner when it is needed. */
export interface EnquiryRow {
  enquiryId: string;
  partnershipId: string;
  contactId: string;
  enquiryReference: string;
  referrerKind: ReferrerKind;
  referrerAgencyId: string | null;
  recordedAt: Date;
}

const COLUMNS = `enquiry_id AS "enquiryId", partnership_id AS "partnershipId", contact_id AS "contactId", enquiry_reference AS "enquiryReference",
  referrer_kind AS "referrerKind", referrer_agency_id AS "referrerAgencyId", recorded_at AS "recordedAt"`;

@Injectable()
export class EnquiryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One that was erased is not found: it reads as if it had never been. */
  async find(enquiryId: string, tx: Tx = this.dataSource.manager): Promise<EnquiryRow | undefined> {
    const select = `SELECT ${COLUMNS} FROM enquiry WHERE enquiry_id = $1
      AND NOT EXISTS (SELECT 1 FROM erasure x WHERE x.enquiry_id = enquiry.enquiry_id AND x.state = 'erased')`;
    return (await tx.query<EnquiryRow[]>(select, [enquiryId]))[0];
  }

  /** Erased ones too: for those who answer for the erasing. */
  async findEvenErased(enquiryId: string): Promise<EnquiryRow | undefined> {
    const select = `SELECT ${COLUMNS} FROM enquiry WHERE enquiry_id = $1`;
    return (await this.dataSource.query<EnquiryRow[]>(select, [enquiryId]))[0];
  }

  /** Erased ones too. */
  async byReference(partnershipId: string, reference: string): Promise<EnquiryRow | undefined> {
    const select = `SELECT ${COLUMNS} FROM enquiry WHERE partnership_id = $1 AND enquiry_reference = $2`;
    return (await this.dataSource.query<EnquiryRow[]>(select, [partnershipId, reference]))[0];
  }

  async referencesOf(enquiryIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const select = `SELECT enquiry_id AS id, enquiry_reference AS reference FROM enquiry WHERE enquiry_id = ANY($1::uuid[])`;
    const rows = await this.dataSource.query<{ id: string; reference: string }[]>(select, [enquiryIds]);
    return new Map(rows.map(({ id, reference }) => [id, reference]));
  }

  async add(tx: Tx, row: EnquiryRow): Promise<void> {
    await tx.query(
      `INSERT INTO enquiry (enquiry_id, partnership_id, contact_id, enquiry_reference, referrer_kind, referrer_agency_id, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [
        row.enquiryId,
        row.partnershipId,
        row.contactId,
        row.enquiryReference,
        row.referrerKind,
        row.referrerAgencyId,
        row.recordedAt,
      ],
    );
  }
}
