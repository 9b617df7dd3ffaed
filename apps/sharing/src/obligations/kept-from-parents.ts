import { Clock, PassingServiceFailure } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import type { EnquiryFacts } from '../asking/enquiry-facts';
import { heldOf, objectingToParents, type ToKeep } from '../domain/obligations/telling-now';
import type { EnquiryRow } from '../persistence/enquiry.repository';
import { KeptFromFamily } from './kept-from-family';
import { TellingHoldRepository } from './telling-hold.repository';

/** About whom an agency is asked without a word to the parents. */
export type KeptQuiet = (personId: string) => boolean;

/**
 * Whether an agency that is asked has to keep it from the parents (rule row R-SAFE-03b, for what has no item yet): telling them is on hold, a manager
 * has decided that it is not safe, the child objects, or the concern asks to keep something from the family. The agency learns that, and not why.
 */
@Injectable()
export class KeptFromParents {
  constructor(
    private readonly holds: TellingHoldRepository,
    private readonly kept: KeptFromFamily,
    private readonly clock: Clock,
  ) {}

  async in(enquiry: EnquiryRow, { intake, decision: { whoTellsFamily } }: EnquiryFacts): Promise<KeptQuiet> {
    const [held, toKeep] = await Promise.all([this.holds.of(enquiry.enquiryId), this.toKeep(enquiry)]);
    const objecting = objectingToParents(intake, this.clock.now());
    const quiet = new Set([...held, ...heldOf({ answersHold: false, toKeep, whoTellsFamily, objecting })]);
    return (personId) => toKeep !== 'nothing' || quiet.has(null) || quiet.has(personId);
  }

  /** A concern that cannot be read may ask for it. */
  private async toKeep(enquiry: EnquiryRow): Promise<ToKeep> {
    try {
      return await this.kept.of(enquiry);
    } catch (error) {
      if (error instanceof PassingServiceFailure) return 'unread';
      throw error;
    }
  }
}
