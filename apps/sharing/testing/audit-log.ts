import type { AttestingEntry } from '@mash/contracts';
import type { Sharing } from './start-sharing';

interface Row {
  seq: number;
  partnership: string;
  /** What this service put down always has its rows. */
  entry: Required<AttestingEntry>;
}

/**
 * Plays the audit service for the check of rows: what this service has put down for the log, in that order. `lag` holds back all that
 * comes after it; `forge` is what somebody who may write to the log's topic might do.
 */
export class AuditLog {
  private upTo: number | undefined;
  private readonly forged: AttestingEntry[] = [];

  constructor(private readonly sharing: Sharing) {
    const { asked } = sharing.others;
    asked.set('/audit/row-attestations/partnerships', async () => {
      const partnershipIds = [...new Set((await this.rows()).map(({ partnership }) => partnership))];
      return { partnershipIds };
    });
    asked.set('/audit/row-attestations', async ({ searchParams }) => {
      const after = Number(searchParams.get('after'));
      const limit = Number(searchParams.get('limit'));
      const own = (await this.rows()).filter(({ partnership }) => partnership === searchParams.get('partnershipId'));
      const entries = [...own.map(({ entry }) => entry), ...this.forged]
        .filter(({ seq }) => seq > after)
        .sort((one, other) => one.seq - other.seq);
      return { entries: entries.slice(0, limit), hasMore: entries.length > limit };
    });
  }

  /** From now on the log takes nothing more in, until it is let go. */
  async lag(): Promise<void> {
    this.upTo = Math.max(0, ...(await this.all()).map(({ seq }) => seq));
  }
  catchUp(): void {
    this.upTo = undefined;
  }

  /** Puts an entry into the log that this service did not put there. */
  async forge(entryId: string, rows?: AttestingEntry['rows']): Promise<void> {
    const last = Math.max(
      0,
      ...[...(await this.all()).map(({ entry }) => entry.seq), ...this.forged.map(({ seq }) => seq)],
    );
    this.forged.push({ seq: last + 1, entryId, ...(rows && { rows }) });
  }

  /** Numbered in thousands, so that something may come between. */
  async all(): Promise<Row[]> {
    return this.sharing.query<Row>(
      `SELECT seq::int, envelope -> 'data' ->> 'partnershipId' AS partnership,
              jsonb_build_object('seq', seq * 1000, 'entryId', envelope -> 'data' -> 'entryId', 'rows', envelope -> 'data' -> 'rows') AS entry
         FROM (SELECT seq, envelope FROM outbox UNION ALL SELECT seq, envelope FROM outbox_archive) put_down
        WHERE envelope -> 'data' ->> 'action' = 'rows.attest' ORDER BY seq`,
    );
  }

  private async rows(): Promise<Row[]> {
    const { upTo } = this;
    return (await this.all()).filter(({ seq }) => upTo === undefined || seq <= upTo);
  }
}
