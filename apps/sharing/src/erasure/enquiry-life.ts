import type { Tx } from '@mash/persistence';
import { notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { ErasureRepository } from './erasure.repository';

const lock = (kind: 'shared' | 'exclusive'): string =>
  `SELECT pg_advisory_xact_lock${kind === 'shared' ? '_shared' : ''}(hashtextextended($1, 41))`;

/**
 * Whether an enquiry still lives, settled between those who make something of it and the one who erases it: everybody who opens, seals or
 * binds holds it in common until they commit, and an erasure waits for them and then lets no more in.
 */
@Injectable()
export class EnquiryLife {
  constructor(private readonly erasures: ErasureRepository) {}

  /** @throws CodedError ENQUIRY.NOT_FOUND (404) where it was erased */
  async holdOpen(tx: Tx, enquiryId: string): Promise<void> {
    if (!(await this.isHeldOpen(tx, enquiryId))) throw notFound('Enquiry');
  }

  /** The same for reactions, which have nobody to tell. */
  async isHeldOpen(tx: Tx, enquiryId: string): Promise<boolean> {
    await tx.query(lock('shared'), [enquiryId]);
    return !(await this.erasures.isErased(enquiryId, tx));
  }

  /** Whether it was erased, as it stands now: for whoever only looks. */
  isOver(enquiryId: string): Promise<boolean> {
    return this.erasures.isErased(enquiryId);
  }

  /** Waits for everybody under way, and keeps others out until the transaction ends: for erasing, and for placing a hold. */
  async takeAlone(tx: Tx, enquiryId: string): Promise<void> {
    await tx.query(lock('exclusive'), [enquiryId]);
  }
}
