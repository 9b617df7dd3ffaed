import { AuditTrail } from '@mash/audit-client';
import type { EnvelopePlace } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { SealRefusal, type SealRefusalCode } from '@mash/sealing';
import { Clock } from '@mash/service-host';
import { jsonLogger } from '@mash/telemetry';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { SYSTEM } from '../access/this-service';
import { sha256Of } from './accepted-envelope.repository';
import { EnvelopeRefusalRepository } from './envelope-refusal.repository';

export interface FoundEnvelope {
  readonly partnershipId: string;
  readonly enquiryId: string;
  readonly place: EnvelopePlace;
  /** Id of the row that it lies in. */
  readonly envelopeId: string;
  readonly envelope: string;
}

const MOST_REMEMBERED = 10_000;

/**
 * Envelopes that were good when they were kept, and do not open where they lie: somebody wrote there. Whoever reads goes on without them; here they
 * are audited and put before information governance, each once, however often it is come across.
 */
@Injectable()
export class UnopenableEnvelopes implements BeforeApplicationShutdown {
  private readonly log = jsonLogger('sharing');
  private readonly noted = new Set<string>();
  private reporting: Promise<void> = Promise.resolve();

  constructor(
    private readonly refusals: EnvelopeRefusalRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** For a `catch`: what a reader goes on with instead. @throws what is no refusal, and what passes by itself */
  without<T>(found: FoundEnvelope, instead: T): (error: unknown) => T {
    return (error) => {
      this.isForged(error, found);
      return instead;
    };
  }

  /**
   * Whether somebody else put it there, which is reported from now on; false where its enquiry was erased.
   * @throws what is no refusal, and what passes by itself
   */
  isForged(error: unknown, found: FoundEnvelope): boolean {
    if (!(error instanceof SealRefusal) || error.passing) throw error;
    if (error.code === 'SEAL.KEY_DESTROYED') return false;
    this.note(found, error.code);
    return true;
  }

  /** Once everything that was come across is on record. Not within a transaction: its own entries may wait for that to end. */
  async settled(): Promise<void> {
    await this.reporting;
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.settled();
  }

  /**
   * One after the other, beside whatever the reader is at: within the reader's transaction it would be undone with it, and in one of its own that
   * the reader waits for it could wait for the reader.
   */
  private note(found: FoundEnvelope, code: SealRefusalCode): void {
    const sha256 = sha256Of(found.envelope);
    const name = [found.place, found.envelopeId, sha256].join(' ');
    if (this.noted.has(name)) return;
    if (this.noted.size >= MOST_REMEMBERED) this.noted.clear();
    this.noted.add(name);
    this.reporting = this.reporting
      .then(() => this.report(found, sha256, code))
      .catch((error: unknown) => {
        this.noted.delete(name); // whoever comes across it next tries again
        this.log.error('an envelope that does not open is not reported yet', error);
      });
  }

  private report(
    { envelope: _, ...where }: FoundEnvelope,
    envelopeSha256: string,
    code: SealRefusalCode,
  ): Promise<void> {
    const { partnershipId, enquiryId, envelopeId } = where;
    return this.unitOfWork.run(async (tx) => {
      const by = { presentedBy: SYSTEM.id, presenterAgencyId: null };
      const row = { ...where, ...by, reasonCode: code, envelopeSha256, at: this.clock.now() };
      if (!(await this.refusals.addFound(tx, row))) return;
      const subject = { type: 'Envelope', id: envelopeId };
      const entry = { actor: SYSTEM, partnershipId, action: 'envelope.refuse', subject, enquiryId, reasonCode: code };
      await this.audit.record(tx, { ...entry, outcome: 'refused' }, { evenIfUnsent: true });
    });
  }
}
