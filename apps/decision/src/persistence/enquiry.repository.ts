import type { Colour, ThresholdLevel } from '@mash/contracts';
import { insertRow, readRows, type Source, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Enquiry } from '../domain/enquiry';
import { enquiryOf, type EnquiryRecord, type EnquiryRow } from './enquiry.record';
import { notErased } from '@mash/erasure';

type NewEnquiry = Pick<
  Enquiry,
  | 'enquiryId'
  | 'partnershipId'
  | 'contactId'
  | 'reference'
  | 'pack'
  | 'receivedAt'
  | 'openedAt'
  | 'recordedBy'
  | 'referrerKind'
  | 'urgent'
  | 'presentingIssues'
  | 'repeatContacts'
>;

interface RatedAs {
  readonly colour: Colour;
  readonly version: number;
  readonly threshold: ThresholdLevel;
  readonly thresholdVersion: number;
}

type RosterState = Pick<Enquiry, 'rosterVersion' | 'rosterConfirmed' | 'openCase' | 'repeatContacts' | 'people'>;

const ROSTER = `UPDATE enquiry SET roster_version = $2, roster_confirmed = $3, open_case = $4, repeat_contacts = $5, people = $6 WHERE enquiry_id = $1`;
const RATED = `UPDATE enquiry SET colour = $2, rating_version = $3, threshold = $4, threshold_version = $5 WHERE enquiry_id = $1`;
const DECIDED = `UPDATE enquiry SET decision_version = $2, decided_at = $3, protection_open = false WHERE enquiry_id = $1`;

@Injectable()
export class EnquiryRepository {
  constructor(private readonly dataSource: DataSource) {}

  get(enquiryId: string, from: Source = this.dataSource): Promise<EnquiryRecord | undefined> {
    return this.one(from, 'SELECT * FROM enquiry WHERE enquiry_id = $1', [enquiryId]);
  }

  /** As people find it: one that was erased is not there. */
  find(enquiryId: string): Promise<EnquiryRecord | undefined> {
    const sql = `SELECT * FROM enquiry WHERE enquiry_id = $1 AND ${notErased('enquiry.enquiry_id')}`;
    return this.one(this.dataSource, sql, [enquiryId]);
  }

  /** The same by its reference. */
  byReference(partnershipId: string, reference: string): Promise<EnquiryRecord | undefined> {
    const sql = `SELECT * FROM enquiry WHERE partnership_id = $1 AND reference = $2 AND ${notErased('enquiry.enquiry_id')}`;
    return this.one(this.dataSource, sql, [partnershipId, reference]);
  }

  /** Waits for whoever is changing this enquiry: every change begins here. */
  getForUpdate(tx: Tx, enquiryId: string): Promise<EnquiryRecord | undefined> {
    return this.one(tx, 'SELECT * FROM enquiry WHERE enquiry_id = $1 FOR UPDATE', [enquiryId]);
  }

  async open(tx: Tx, { pack, ...enquiry }: NewEnquiry): Promise<void> {
    await insertRow(tx, 'enquiry', { ...enquiry, packId: pack.id, packVersion: pack.version });
  }

  async saveRoster(tx: Tx, enquiryId: string, roster: RosterState): Promise<void> {
    const { rosterVersion, rosterConfirmed, openCase, repeatContacts, people } = roster;
    await tx.query(ROSTER, [
      enquiryId,
      rosterVersion,
      rosterConfirmed,
      openCase,
      repeatContacts,
      JSON.stringify(people),
    ]);
  }

  async saveRating(
    tx: Tx,
    enquiryId: string,
    { colour, version, threshold, thresholdVersion }: RatedAs,
  ): Promise<void> {
    await tx.query(RATED, [enquiryId, colour, version, threshold, thresholdVersion]);
  }

  async saveDecision(tx: Tx, enquiryId: string, version: number, decidedAt: Date): Promise<void> {
    await tx.query(DECIDED, [enquiryId, version, decidedAt]);
  }

  async openProtection(tx: Tx, enquiryId: string): Promise<void> {
    await tx.query('UPDATE enquiry SET protection_open = true WHERE enquiry_id = $1', [enquiryId]);
  }

  /** `ownerId` undefined gives the enquiry back. */
  async saveOwner(tx: Tx, enquiryId: string, ownerId: string | undefined, now: Date): Promise<void> {
    const claimedAt = ownerId === undefined ? null : now;
    await tx.query('UPDATE enquiry SET owner_id = $2, claimed_at = $3 WHERE enquiry_id = $1', [
      enquiryId,
      ownerId ?? null,
      claimedAt,
    ]);
  }

  private async one(from: Source, sql: string, parameters: unknown[]): Promise<EnquiryRecord | undefined> {
    const [row] = await readRows<EnquiryRow>(from, sql, parameters);
    return row && enquiryOf(row);
  }
}
