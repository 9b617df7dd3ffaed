import type { PersonActor } from '@mash/authorisation';
import { CurrentPerson } from '@mash/service-host';
import { Controller, Get, Header, Inject, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { AuditReader } from '../../access/audit-reader';
import { AUDIT_LOG, type AuditLog } from '../../domain/audit-log';
import { exportedCheckpoint, exportedRow } from '../../features/verify-chain/exported-line';
import { CheckpointStore } from '../../persistence/checkpoint.store';

const NDJSON = 'application/x-ndjson';

@Controller('export')
export class ExportLogController {
  constructor(
    @Inject(AUDIT_LOG) private readonly log: AuditLog,
    private readonly checkpoints: CheckpointStore,
    private readonly reader: AuditReader,
  ) {}

  /** The whole log of the partnership with its signed heads, a line of JSON each: all that `verify.js` needs beside the public key. */
  @Get()
  @Header('Content-Disposition', 'attachment; filename="audit-log.ndjson"')
  @ApiProduces(NDJSON)
  @ApiOkResponse({ description: 'One link of the chain a line, then the signed heads' })
  async export(@CurrentPerson() actor: PersonActor): Promise<StreamableFile> {
    const look = { action: 'audit-entry.export' };
    await this.reader.admit(actor, look, 'export');
    await this.reader.logLook(actor, look);
    return new StreamableFile(Readable.from(this.lines(actor.partnershipId)), { type: NDJSON });
  }

  /** The heads are read first, so that none lies beyond the links that follow it. */
  private async *lines(partnershipId: string): AsyncIterable<string> {
    const checkpoints = await this.checkpoints.all(partnershipId);
    for await (const row of this.log.walk(partnershipId)) yield exportedRow(row);
    for (const checkpoint of checkpoints) yield exportedCheckpoint(checkpoint);
  }
}
