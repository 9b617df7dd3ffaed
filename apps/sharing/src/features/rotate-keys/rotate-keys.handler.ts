import type { AuditTrail } from '@mash/audit-client';
import type { Tx, UnitOfWork } from '@mash/persistence';
import { rewrap, SealRefusal, type KeyEncryption, type SealRefusalCode } from '@mash/sealing';
import { SYSTEM } from '../../access/this-service';
import type { KeyRepository, KeyRow } from '../../keys/key.repository';
import { inTurns } from './in-turns';

/** Keys of one transaction: locked for as long as it takes to wrap them anew, so that binding one never waits long. */
const BATCH = 100;
/** So many calls at once to a key management service. */
const AT_ONCE = 16;
const PAUSE_MS = 250;
/** What another rotation, or somebody binding, has locked is come back to so many times. */
const MOST_IDLE_PASSES = 20;

export interface RotationReport {
  readonly kekId: string;
  readonly rewrapped: number;
  /** Living keys that are still wrapped under another key-encryption key. */
  readonly left: number;
  /** Of these, keys that do not unwrap, by why. */
  readonly failed: Readonly<Partial<Record<SealRefusalCode, number>>>;
}

type Outcome = { readonly kid: string; readonly partnershipId: string } & (
  { readonly wrapped: string } | { readonly code: SealRefusalCode }
);

/**
 * Wraps every living key anew under the current key-encryption key. Content is not touched. It may be stopped and started again, and
 * may run twice at once: what is done is done, and what is locked is passed over and come back to.
 */
export class RotateKeys {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: KeyRepository,
    private readonly audit: AuditTrail,
    private readonly keyEncryption: KeyEncryption,
  ) {}

  /** @throws SealRefusal SEAL.KMS_UNREACHABLE: run it again; AuditIsDown: nothing is rotated unlogged */
  async execute(say: (line: string) => void = () => undefined): Promise<RotationReport> {
    const kekId = await this.keyEncryption.currentId();
    const failed = new Map<string, SealRefusalCode>();
    let rewrapped = 0;
    let left = await this.keys.countStale(kekId);
    for (let idle = 0; left > failed.size && idle < MOST_IDLE_PASSES; left = await this.keys.countStale(kekId)) {
      const done = await this.pass(kekId, failed);
      rewrapped += done;
      idle = done === 0 ? idle + 1 : 0;
      say(`${rewrapped} wrapped anew under ${kekId}`);
      if (done === 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return { kekId, rewrapped, left, failed: countsOf(failed.values()) };
  }

  /** Once through all of them, from the lowest id. */
  private async pass(kekId: string, failed: Map<string, SealRefusalCode>): Promise<number> {
    let [after, rewrapped] = ['', 0];
    for (;;) {
      const outcomes = await this.unitOfWork.run((tx) => this.batch(tx, kekId, after));
      const last = outcomes.at(-1);
      if (last === undefined) return rewrapped;
      after = last.kid;
      for (const outcome of outcomes) if ('code' in outcome) failed.set(outcome.kid, outcome.code);
      rewrapped += outcomes.filter((outcome) => 'wrapped' in outcome).length;
    }
  }

  private async batch(tx: Tx, kekId: string, after: string): Promise<Outcome[]> {
    const stale = await this.keys.lockStale(tx, kekId, after, BATCH);
    const outcomes = await inTurns(stale, AT_ONCE, (key) => this.anew(key));
    const done = outcomes.flatMap((outcome) => ('wrapped' in outcome ? outcome : []));
    if (done.length > 0) await this.keys.keepRewrapped(tx, done);
    for (const partnershipId of new Set(done.map((one) => one.partnershipId))) {
      const rewrapped = done.filter((one) => one.partnershipId === partnershipId).length;
      const subject = { type: 'KeyEncryptionKey', id: kekId };
      const entry = { actor: SYSTEM, partnershipId, action: 'keys.rotate', subject, counts: { rewrapped } } as const;
      await this.audit.record(tx, { ...entry, outcome: 'done' });
    }
    return outcomes;
  }

  /** A key that does not unwrap is left as it is and counted: the operator must know, and nothing more can be lost by it. */
  private async anew(key: KeyRow): Promise<Outcome> {
    const { kid, partnershipId, enquiryId, wrapped } = key;
    try {
      return {
        kid,
        partnershipId,
        wrapped: await rewrap(this.keyEncryption, wrapped ?? '', { kid, partnershipId, enquiryId }),
      };
    } catch (error) {
      if (!(error instanceof SealRefusal) || error.code === 'SEAL.KMS_UNREACHABLE') throw error;
      return { kid, partnershipId, code: error.code };
    }
  }
}

function countsOf(codes: Iterable<SealRefusalCode>): Partial<Record<SealRefusalCode, number>> {
  const counts: Partial<Record<SealRefusalCode, number>> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
