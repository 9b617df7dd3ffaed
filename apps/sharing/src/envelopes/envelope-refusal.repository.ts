import { newId, type EnvelopePlace } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface EnvelopeRefusal {
  refusalId: string;
  partnershipId: string;
  enquiryId: string | null;
  /** Where it was presented. */
  place: EnvelopePlace;
  envelopeId: string;
  reasonCode: string;
  /** Account or client id of whoever presented it; the service itself where it was found lying. */
  presentedBy: string;
  presenterAgencyId: string | null;
  at: Date;
}

const COLUMNS = `refusal_id AS "refusalId", partnership_id AS "partnershipId", enquiry_id AS "enquiryId", place, envelope_id AS "envelopeId",
  reason_code AS "reasonCode", presented_by AS "presentedBy", presenter_agency_id AS "presenterAgencyId", at`;

/** Envelopes that did not open where they lay: copied, relabelled, wrongly keyed or wrongly signed. Ids and codes; added, never changed. */
@Injectable()
export class EnvelopeRefusalRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, row: Omit<EnvelopeRefusal, 'refusalId'>): Promise<void> {
    const { partnershipId, enquiryId, place, envelopeId, reasonCode, presentedBy, presenterAgencyId, at } = row;
    await tx.query(
      `INSERT INTO envelope_refusal (refusal_id, partnership_id, enquiry_id, place, envelope_id, reason_code, presented_by, presenter_agency_id, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [newId(), partnershipId, enquiryId, place, envelopeId, reasonCode, presentedBy, presenterAgencyId, at],
    );
  }

  /** One that was found lying, once: by the place, the row and the envelope itself. @returns whether it was not known yet */
  async addFound(
    tx: Tx,
    { envelopeSha256, ...row }: Omit<EnvelopeRefusal, 'refusalId'> & { envelopeSha256: string },
  ): Promise<boolean> {
    const { partnershipId, enquiryId, place, envelopeId, reasonCode, presentedBy, presenterAgencyId, at } = row;
    const added = await tx.query<unknown[]>(
      `INSERT INTO envelope_refusal (refusal_id, partnership_id, enquiry_id, place, envelope_id, reason_code, presented_by, presenter_agency_id, at,
          envelope_sha256)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING refusal_id`,
      [
        ...[newId(), partnershipId, enquiryId, place, envelopeId, reasonCode, presentedBy, presenterAgencyId, at],
        envelopeSha256,
      ],
    );
    return added.length > 0;
  }

  page(partnershipId: string, its: { limit: number; offset: number }): Promise<EnvelopeRefusal[]> {
    const select = `SELECT ${COLUMNS} FROM envelope_refusal WHERE partnership_id = $1 ORDER BY at DESC, refusal_id DESC LIMIT $2 OFFSET $3`;
    return this.dataSource.query<EnvelopeRefusal[]>(select, [partnershipId, its.limit, its.offset]);
  }

  async count(partnershipId: string): Promise<number> {
    const select = `SELECT count(*)::int AS rows FROM envelope_refusal WHERE partnership_id = $1`;
    return (await this.dataSource.query<{ rows: number }[]>(select, [partnershipId]))[0]?.rows ?? 0;
  }
}
