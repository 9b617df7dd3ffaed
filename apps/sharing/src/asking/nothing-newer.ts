import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { CheckedAnswerRepository, type AcceptedPart } from '../answers/checked-answer.repository';
import { AgencyRepository } from '../register/agency.repository';
import type { EnquiryFacts } from './enquiry-facts';
import { HeardVersions } from './heard-versions';

/** What was read before the transaction that decides on it. */
interface AsRead {
  readonly facts: EnquiryFacts;
  /** Of answers, where it matters what each of them holds. */
  readonly accepted?: readonly AcceptedPart[];
}

/** Called once the ledger's claim is held, under which nothing newer is heard; what was read before is then as it was, or all begins anew. */
export type RefuseNewer = (tx: Tx, read: AsRead) => Promise<void>;

class SaidMeanwhile extends Error {}

/** Then it goes on with what it has, which is newer than what anybody waited for: nobody is kept from what a child needs by whoever goes on talking. */
const BEGUN_ANEW = 2;

/**
 * Whoever opens something has asked other services for their facts before, and may have waited for keys and envelopes since. A place that was
 * marked as to be kept secret meanwhile, somebody put on the roster, another threshold, a newer register or an answer that holds a letter counts.
 */
@Injectable()
export class NothingNewer {
  constructor(
    private readonly heard: HeardVersions,
    private readonly agencies: AgencyRepository,
    private readonly checked: CheckedAnswerRepository,
  ) {}

  /** @param attempt reads everything itself, and undoes all that it did where it throws */
  async on<T>(attempt: (refuseNewer: RefuseNewer) => Promise<T>): Promise<T> {
    for (let begun = 0; begun < BEGUN_ANEW; begun += 1) {
      try {
        return await attempt((tx, read) => this.refuse(tx, read));
      } catch (error) {
        if (!(error instanceof SaidMeanwhile)) throw error;
      }
    }
    return attempt(() => Promise.resolve());
  }

  private async refuse(tx: Tx, { facts, accepted }: AsRead): Promise<void> {
    if ((await this.heard.aheadOf(tx, facts)).length > 0) throw new SaidMeanwhile();
    if (!isDeepStrictEqual(await this.agencies.all(facts.partnershipId, tx), facts.bodies)) throw new SaidMeanwhile();
    if (accepted === undefined) return;
    const read = new Set(accepted.map(({ answerId }) => answerId));
    const now = await this.checked.partsOf(facts.enquiryId, tx);
    if (now.some(({ answerId }) => !read.has(answerId))) throw new SaidMeanwhile();
  }
}
