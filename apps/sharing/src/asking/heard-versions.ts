import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { EnquiryFacts } from './enquiry-facts';

/** What an owner counts of an enquiry: its ratings (each with a threshold), the versions of its roster, and what was put on record of its people. */
export type HeardKind = 'rating' | 'roster' | 'stated';

export interface Heard {
  readonly kind: HeardKind;
  readonly version: number;
}

/** Which versions of an enquiry's facts their owners have told of. Only read and written while the enquiry's facts are held (`FreshFacts`). */
@Injectable()
export class HeardVersions {
  /** @returns false where as new a version was heard of before: an older fact that comes late changes nothing */
  async note(tx: Tx, enquiryId: string, { kind, version }: Heard, at: Date): Promise<boolean> {
    const noted = await tx.query<unknown[]>(
      `INSERT INTO fact_version_heard AS known (enquiry_id, kind, version, heard_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (enquiry_id, kind) DO UPDATE SET version = excluded.version, heard_at = excluded.heard_at
        WHERE known.version < excluded.version RETURNING version`,
      [enquiryId, kind, version, at],
    );
    return noted.length > 0;
  }

  /** Whether an owner tells of a version for the first time: as new a one was not heard of before. Nothing is noted. */
  async isNews(tx: Tx, enquiryId: string, { kind, version }: Heard): Promise<boolean> {
    const select = `SELECT 1 FROM fact_version_heard WHERE enquiry_id = $1 AND kind = $2 AND version >= $3`;
    return (await tx.query<unknown[]>(select, [enquiryId, kind, version])).length === 0;
  }

  /** Of what something newer was heard than what was read. What could not be had was read as unknown, and is of no version. */
  async aheadOf(tx: Tx, { enquiryId, intake, decision }: EnquiryFacts): Promise<HeardKind[]> {
    const select = `SELECT kind, version FROM fact_version_heard WHERE enquiry_id = $1`;
    const heard = await tx.query<Heard[]>(select, [enquiryId]);
    const read: Readonly<Record<HeardKind, number | undefined>> = {
      rating: decision.threshold === 'unknown' ? undefined : decision.ratingVersion,
      roster: intake.isUnknown ? undefined : intake.rosterVersion,
      stated: intake.isUnknown ? undefined : intake.statedVersion,
    };
    return heard.flatMap(({ kind, version }) => ((read[kind] ?? version) < version ? kind : []));
  }
}
