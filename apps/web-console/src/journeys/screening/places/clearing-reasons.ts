import { newId, type EnquiryView, type ReleasedItem, type RosterPerson } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ServiceDown } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { purposeOf } from '../../enquiry/shared/purpose-of';

const Reason = z.object({ reason: z.string() });

/** Why places were cleared, by clearingId: opened in one release, in the ledger first. */
@Injectable()
export class ClearingReasons {
  constructor(
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

  /** @throws AuditIsDown */
  async read(
    asker: Asker,
    enquiry: EnquiryView,
    { protectionCleared: cleared = [] }: RosterPerson,
  ): Promise<ReadonlyMap<string, string>> {
    if (cleared.length === 0) return new Map();
    const envelopes = cleared.map(({ clearingId, clearedBy, sealedReason: sealed }) => ({
      ...({ typ: 'note', envelopeId: clearingId, version: 1, noteId: clearingId, authorId: clearedBy } as const),
      sealed,
    }));
    const releaseId = newId(this.clock.now().getTime());
    const { enquiryId } = enquiry;
    const body = { releaseId, enquiryId, mode: 'content', purpose: purposeOf(enquiry), envelopes } as const;
    try {
      const { items } = await this.sharing.release(asker, body);
      return new Map(items.map((item) => [item.envelopeId, reasonLine(item)]));
    } catch (error) {
      if (!(error instanceof ServiceDown)) throw error;
      return new Map(cleared.map(({ clearingId }) => [clearingId, 'Why: the sharing service does not answer.']));
    }
  }
}

function reasonLine({ visibility, content, reason }: ReleasedItem): string {
  if (visibility === 'withheld') return `Why: withheld. ${reason.sentence}`;
  const read = Reason.safeParse(content);
  return read.success ? `Why: ${read.data.reason}` : 'Why: could not be read.';
}
