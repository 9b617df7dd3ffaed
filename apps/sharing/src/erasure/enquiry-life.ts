import { prepared, type Tx } from '@mash/persistence';
import { notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { ErasureRepository } from './erasure.repository';

const ALONE = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 41))';
/** In the order in which they are given. */
const IN_COMMON = prepared(
  'SELECT pg_advisory_xact_lock_shared(hashtextextended(key, 41)) FROM unnest($1::text[]) AS key',
);

/**
 * Whether an enquiry still lives, settled between those who make something of it and the one who erases it: everybody who opens, seals or
 * binds holds it in common until they commit, and an erasure waits for them and then lets no more in. In which order it is taken among other locks is
 * in docs/decisions/0007.
 */
@Injectable()
export class EnquiryLife {
  constructor(private readonly erasures: ErasureRepository) {}

  /**
   * @param first locks that are held in common as well, and taken before it
   * @throws CodedError ENQUIRY.NOT_FOUND (404) where it was erased
   */
  async holdOpen(tx: Tx, enquiryId: string, first: readonly string[] = []): Promise<void> {
    if (!(await this.isHeldOpen(tx, enquiryId, first))) throw notFound('Enquiry');
  }

  /** The same for reactions, which have nobody to tell. */
  async isHeldOpen(tx: Tx, enquiryId: string, first: readonly string[] = []): Promise<boolean> {
    await tx.query(IN_COMMON, [[...first, enquiryId]]);
    return !(await this.erasures.isErased(enquiryId, tx));
  }

  /** Whether it was erased, as it stands now: for whoever only looks. */
  isOver(enquiryId: string): Promise<boolean> {
    return this.erasures.isErased(enquiryId);
  }

  /** Waits for everybody under way, and keeps others out until the transaction ends: for erasing, and for placing a hold. */
  async takeAlone(tx: Tx, enquiryId: string): Promise<void> {
    await tx.query(ALONE, [enquiryId]);
  }
}
