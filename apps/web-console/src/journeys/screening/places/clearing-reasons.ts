import type { EnquiryView, ReleasedItem, RosterPerson } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Asker } from '../../../api-clients/service-http';
import { ReaderRelease } from '../../enquiry/shared';

const Reason = z.object({ reason: z.string() });

/** Why places were cleared, by clearingId: opened in one release, in the ledger first. */
@Injectable()
export class ClearingReasons {
  constructor(private readonly release: ReaderRelease) {}

  /** @throws AuditIsDown */
  async read(
    asker: Asker,
    enquiry: EnquiryView,
    { protectionCleared: cleared = [] }: RosterPerson,
  ): Promise<ReadonlyMap<string, string>> {
    const envelopes = cleared.map(({ clearingId, clearedBy, sealedReason: sealed }) => ({
      ...({ typ: 'note', envelopeId: clearingId, version: 1, noteId: clearingId, authorId: clearedBy } as const),
      sealed,
    }));
    const items = await this.release.of(asker, enquiry, envelopes);
    if (items !== undefined) return new Map(items.map((item) => [item.envelopeId, reasonLine(item)]));
    return new Map(cleared.map(({ clearingId }) => [clearingId, 'Why: the sharing service does not answer.']));
  }
}

function reasonLine({ visibility, content, reason }: ReleasedItem): string {
  if (visibility === 'withheld') return `Why: withheld. ${reason.sentence}`;
  const read = Reason.safeParse(content);
  return read.success ? `Why: ${read.data.reason}` : 'Why: could not be read.';
}
