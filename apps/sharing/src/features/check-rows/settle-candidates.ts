import { AuditTrail } from '@mash/audit-client';
import { newId } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM } from '../../access/this-service';
import { KEY_SETTINGS, type KeySettings } from '../../keys/key-settings';
import { AttestationReader } from '../../rows/attestation-reader';
import { formOf, type AttestedRows } from '../../rows/attested-rows';
import type { Finding } from '../../rows/finding';
import { ATTESTING } from '../../rows/changed-rows';
import { signAttestation } from '../../rows/signed-attestation';
import { placeOf, snapshotRows, type Snapshot } from '../../rows/snapshot-rows';

const ASK_AGAIN_MS = 250;
/** How long the audit log may take to catch up; after that nothing is said of the rows. */
const LONGEST_MS = 60_000;

/** The audit log has not taken in what was sent to it. */
export class AuditBehind extends Error {
  override readonly name = 'AuditBehind';
}

/**
 * Tells rows that differ from rows whose attestation is only under way. For one moment nobody attests: the rows are read as they stand, and a
 * mark is put into the log behind everything that was attested of them. Once the mark has arrived, so has all that counts.
 */
@Injectable()
export class SettleCandidates {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: AttestationReader,
    private readonly audit: AuditTrail,
    @Inject(KEY_SETTINGS) private readonly settings: KeySettings,
  ) {}

  /** @throws AuditBehind */
  async execute(
    attested: AttestedRows,
    candidates: readonly Finding[],
    readUpTo: Map<string, number>,
  ): Promise<Finding[]> {
    const forms = new Map<string, string[][]>();
    for (const table of new Set(candidates.map((one) => one.table))) forms.set(table, await attested.formsOf(table));
    const partnerships = [...new Set(candidates.flatMap((one) => one.partnershipId ?? []))];
    const marks = new Map<string, string>();
    const snapshot = await this.unitOfWork.run(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(${ATTESTING})`);
      for (const partnershipId of partnerships) marks.set(partnershipId, await this.mark(tx, partnershipId));
      return snapshotRows(tx, candidates, forms);
    });
    const forged: Finding[] = [];
    for (const [partnershipId, mark] of marks)
      forged.push(...(await this.readUpToMark(attested, partnershipId, mark, readUpTo.get(partnershipId) ?? 0)));
    return [...forged, ...(await stillDiffering({ attested, candidates, snapshot, forms }))];
  }

  private async mark(tx: Tx, partnershipId: string): Promise<string> {
    const attestationId = newId();
    const rows = await signAttestation(attestationId, partnershipId, [], this.settings.signingKey);
    const subject = { type: 'Rows', id: attestationId };
    const entry = { actor: SYSTEM, partnershipId, action: 'rows.attest', subject, outcome: 'done', rows } as const;
    await this.audit.record(tx, entry, { evenIfUnsent: true });
    return attestationId;
  }

  private async readUpToMark(
    attested: AttestedRows,
    partnershipId: string,
    mark: string,
    from: number,
  ): Promise<Finding[]> {
    const forged: Finding[] = [];
    let seq = from;
    for (const until = Date.now() + LONGEST_MS; Date.now() < until;) {
      for await (const entry of this.reader.after(partnershipId, seq)) {
        const found = await attested.take(partnershipId, entry);
        if (found) forged.push(found);
        seq = entry.seq;
        if (entry.rows?.attestationId === mark) return forged;
      }
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    }
    throw new AuditBehind('The audit log has not caught up');
  }
}

async function stillDiffering({
  attested,
  candidates,
  snapshot,
  forms,
}: {
  attested: AttestedRows;
  candidates: readonly Finding[];
  snapshot: Snapshot;
  forms: ReadonlyMap<string, readonly (readonly string[])[]>;
}): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const table of new Set(candidates.map((one) => one.table))) {
    const own = candidates.filter((one) => one.table === table);
    const known = await attested.of(
      table,
      own.map(({ key }) => key),
    );
    for (const candidate of own) {
      const [said, stands] = [known.get(candidate.key), snapshot.get(placeOf(candidate))];
      if (said === undefined && stands === undefined) continue; // put in and taken away again meanwhile
      if (said === undefined) found.push({ ...candidate, kind: 'added', hash: hashNow(stands, forms.get(table)) });
      else if (stands === undefined) found.push({ ...candidate, kind: 'removed', partnershipId: said.partnershipId });
      else if (stands[said.form] !== said.hash) found.push({ ...candidate, kind: 'edited', hash: stands[said.form] });
    }
  }
  return found;
}

/** By the columns that the table has today, which come last: nobody has said by which others. */
function hashNow(
  stands: Readonly<Record<string, string>> | undefined,
  forms: readonly (readonly string[])[] = [],
): string | undefined {
  const now = forms.at(-1);
  return now && stands?.[formOf({ columns: [...now] })];
}
