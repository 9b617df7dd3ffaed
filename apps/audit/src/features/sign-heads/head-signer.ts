import type { SigningPrivateKey } from '@mash/sealing';
import { Clock, RepeatedLook } from '@mash/service-host';
import { jsonLogger } from '@mash/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { AuditAlert } from '../../domain/audit-alert';
import { AUDIT_LOG, type AuditLog } from '../../domain/audit-log';
import { GENESIS } from '../../domain/chain';
import { ChainVerifier } from '../../domain/chain-verifier';
import type { Head } from '../../domain/chained-row';
import { CheckpointStore } from '../../persistence/checkpoint.store';
import { readCheckpoint, signCheckpoint } from './checkpoint-statement';

export const SIGNING_KEY = Symbol('SIGNING_KEY');
const EVERY_MS = 30_000;

/** Signs the head of each partnership's log twice a minute, once it has followed the chain from the head that it signed last. */
@Injectable()
export class HeadSigner extends RepeatedLook {
  private readonly logger = jsonLogger('audit');

  constructor(
    @Inject(AUDIT_LOG) private readonly log: AuditLog,
    @Inject(SIGNING_KEY) private readonly key: SigningPrivateKey,
    private readonly checkpoints: CheckpointStore,
    private readonly clock: Clock,
  ) {
    super(EVERY_MS, { service: 'audit', whenItFails: 'heads could not be signed; tried again in half a minute' });
  }

  /** Signs every head that has moved on. @returns how many were signed */
  async signHeads(): Promise<number> {
    let signed = 0;
    for (const head of await this.log.heads()) signed += (await this.sign(head)) ? 1 : 0;
    return signed;
  }

  protected async look(): Promise<void> {
    await this.signHeads();
  }

  private async sign({ partnershipId }: Head): Promise<boolean> {
    const last = await this.lastSigned(partnershipId);
    const verifier = new ChainVerifier(new Map(), last);
    for await (const row of this.log.walk(partnershipId, last.seq)) if (!verifier.take(row)) break;
    const { entries, head, break: broken } = verifier.report();
    if (broken !== undefined) {
      this.logger.error('the audit chain is broken and is not signed', new AuditAlert(`AUDIT.CHAIN_${broken.fault}`), {
        offset: broken.seq,
      });
      return false;
    }
    if (entries === last.seq) return false;
    const signedAt = this.clock.now().toISOString();
    const statement = await signCheckpoint({ partnershipId, seq: entries, hash: head, signedAt }, this.key);
    await this.checkpoints.add(partnershipId, { seq: entries, statement, signedAt });
    return true;
  }

  private async lastSigned(partnershipId: string): Promise<{ seq: number; hash: string }> {
    const last = await this.checkpoints.last(partnershipId);
    const checkpoint = last && (await readCheckpoint(last.statement, partnershipId, this.key));
    return checkpoint ?? { seq: 0, hash: GENESIS };
  }
}
