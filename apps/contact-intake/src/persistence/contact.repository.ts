import type { SqlFilter } from '@mash/authorisation';
import { insertRow, readRows, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ContactRecord } from './contact.record';
import { notErased } from '@mash/erasure';

const MOST_LISTED = 200;

/** Contacts as they came in. One whose enquiry was erased is not found, by nobody. */
@Injectable()
export class ContactRepository {
  constructor(private readonly dataSource: DataSource) {}

  add(tx: Tx, contact: ContactRecord): Promise<void> {
    return insertRow(tx, 'contact', contact);
  }

  /** The contact of this id, if there is one; if not, nobody else can make one of it before this transaction ends. */
  async claimId(tx: Tx, contactId: string): Promise<ContactRecord | undefined> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [contactId]);
    const [contact] = await readRows<ContactRecord>(tx, 'SELECT * FROM contact WHERE contact_id = $1', [contactId]);
    return contact;
  }

  byId(contactId: string, from: Tx | DataSource = this.dataSource): Promise<ContactRecord | undefined> {
    return this.one(from, 'contact_id = $1', [contactId]);
  }

  byEnquiry(enquiryId: string, from: Tx | DataSource = this.dataSource): Promise<ContactRecord | undefined> {
    return this.one(from, 'enquiry_id = $1', [enquiryId]);
  }

  byReference(reference: string): Promise<ContactRecord | undefined> {
    return this.one(this.dataSource, 'reference = $1', [reference]);
  }

  /** Newest first, of those that the access rules let the reader see. The filter knows a contact as `c`. */
  list({ where, params }: SqlFilter): Promise<ContactRecord[]> {
    const sql = `SELECT * FROM contact c WHERE ${where} AND ${notErased('c.enquiry_id')} ORDER BY received_at DESC, contact_id LIMIT ${MOST_LISTED}`;
    return readRows<ContactRecord>(this.dataSource, sql, params);
  }

  private async one(from: Tx | DataSource, where: string, params: unknown[]): Promise<ContactRecord | undefined> {
    const [contact] = await readRows<ContactRecord>(
      from,
      `SELECT * FROM contact WHERE ${where} AND ${notErased('contact.enquiry_id')}`,
      params,
    );
    return contact;
  }
}
