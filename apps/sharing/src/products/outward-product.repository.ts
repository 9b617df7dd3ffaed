import type { Purpose } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Audience } from '../domain/decision';

export interface OutwardProductRow {
  productId: string;
  partnershipId: string;
  enquiryId: string;
  kind: 'handover' | 'letter';
  audience: Audience;
  toAgencyId: string;
  purpose: Purpose;
  personIds: string[];
  rule: string;
  ruleSetVersion: string;
  kid: string;
  envelope: string;
  madeBy: string;
  madeAt: Date;
}

const FIELDS = {
  productId: 'product_id',
  partnershipId: 'partnership_id',
  enquiryId: 'enquiry_id',
  kind: 'kind',
  audience: 'audience',
  toAgencyId: 'to_agency_id',
  purpose: 'purpose',
  personIds: 'person_ids',
  rule: 'rule',
  ruleSetVersion: 'rule_set_version',
  kid: 'kid',
  envelope: 'envelope',
  madeBy: 'made_by',
  madeAt: 'made_at',
} as const satisfies Record<keyof OutwardProductRow, string>;
const NAMES = Object.keys(FIELDS) as (keyof OutwardProductRow)[];
const SELECT = `SELECT ${NAMES.map((name) => `${FIELDS[name]} AS "${name}"`).join(', ')} FROM outward_product WHERE product_id = $1`;
const INSERT = `INSERT INTO outward_product (${NAMES.map((name) => FIELDS[name]).join(', ')}) VALUES (${NAMES.map((_, n) => `$${String(n + 1)}`).join(', ')})`;

/** What went out, sealed to a key of the receiving case. Never changed: another letter is another product. */
@Injectable()
export class OutwardProductRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, row: OutwardProductRow): Promise<void> {
    await tx.query(
      INSERT,
      NAMES.map((name) => row[name]),
    );
  }

  async find(productId: string): Promise<OutwardProductRow | undefined> {
    return (await this.dataSource.query<OutwardProductRow[]>(SELECT, [productId]))[0];
  }
}
