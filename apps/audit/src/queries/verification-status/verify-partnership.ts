import type { LogVerification } from '@mash/contracts';
import type { SigningPrivateKey } from '@mash/sealing';
import { Clock } from '@mash/service-host';
import { Inject, Injectable } from '@nestjs/common';
import { AUDIT_LOG, type AuditLog } from '../../domain/audit-log';
import { SIGNING_KEY } from '../../features/sign-heads/head-signer';
import { toPublicKey } from '../../features/sign-heads/public-key';
import { verifyChain } from '../../features/verify-chain/verify-chain';
import { CheckpointStore } from '../../persistence/checkpoint.store';

/** Follows a partnership's chain from its first link. Whoever asks while that goes on shares the same answer. */
@Injectable()
export class VerifyPartnership {
  private readonly running = new Map<string, Promise<LogVerification>>();

  constructor(
    @Inject(AUDIT_LOG) private readonly log: AuditLog,
    @Inject(SIGNING_KEY) private readonly key: SigningPrivateKey,
    private readonly checkpoints: CheckpointStore,
    private readonly clock: Clock,
  ) {}

  execute(partnershipId: string): Promise<LogVerification> {
    const already = this.running.get(partnershipId);
    if (already !== undefined) return already;
    const verifying = this.verify(partnershipId).finally(() => this.running.delete(partnershipId));
    this.running.set(partnershipId, verifying);
    return verifying;
  }

  private async verify(partnershipId: string): Promise<LogVerification> {
    const checkpoints = await this.checkpoints.all(partnershipId);
    const chain = { partnershipId, rows: this.log.walk(partnershipId), checkpoints };
    const report = await verifyChain(chain, toPublicKey(this.key));
    const last = checkpoints.at(-1);
    return {
      isIntact: report.break === undefined,
      entries: report.entries,
      unreadable: report.opaque,
      head: report.head,
      firstBroken: report.break ?? null,
      lastSigned: last === undefined ? null : { seq: last.seq, signedAt: last.signedAt },
      verifiedAt: this.clock.now().toISOString(),
    };
  }
}
