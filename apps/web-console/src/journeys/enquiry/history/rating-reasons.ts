import type { EnquiryView, ReleasedItem } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Asker } from '../../../api-clients/service-http';
import { ReaderRelease } from '../shared/reader-release';

/** What is inside a rating's note (typ `note`, noteId = ratingId). */
export const RatingReasons = z.object({
  reasons: z.string(),
  strategy: z.string().optional().describe('Why a strategy discussion was considered and not held'),
});
export type RatingReasons = z.infer<typeof RatingReasons>;

/** The words beside each rating, by ratingId: opened in one release, in the ledger first. */
@Injectable()
export class RatingReasonsReader {
  constructor(private readonly release: ReaderRelease) {}

  /** @throws AuditIsDown */
  async read(asker: Asker, enquiry: EnquiryView): Promise<ReadonlyMap<string, readonly string[]>> {
    const { ratings } = enquiry;
    const envelopes = ratings.map(({ ratingId, ratedBy, sealed }) => ({
      ...({ typ: 'note', envelopeId: ratingId, version: 1, noteId: ratingId, authorId: ratedBy } as const),
      sealed,
    }));
    const items = await this.release.of(asker, enquiry, envelopes);
    if (items !== undefined) return new Map(items.map((item) => [item.envelopeId, reasonLines(item)]));
    return new Map(ratings.map(({ ratingId }) => [ratingId, ['Reasons: the sharing service does not answer.']]));
  }
}

/** A rating's words as lines, or the sentence why they are withheld. */
export function reasonLines({ visibility, content, reason }: ReleasedItem): string[] {
  if (visibility === 'withheld') return [`Reasons: withheld. ${reason.sentence}`];
  const read = RatingReasons.safeParse(content);
  if (!read.success) return ['Reasons: could not be read.'];
  const { reasons, strategy } = read.data;
  return [`Reasons: ${reasons}`, ...(strategy === undefined ? [] : [`No strategy discussion because: ${strategy}`])];
}
