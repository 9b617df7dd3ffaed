import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { ImportAgreement, ImportedAgreement, type AgreementFinding, type DraftReplaced } from '@mash/contracts';
import { CodedError, CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { AgreementDesk } from '../../agreements/agreement-desk';
import { AgreementFileReader } from '../../agreements/agreement-file-reader';
import type { FileFault } from '../../domain/agreement-files/file-fault';
import { faultInFile, MOST_FAULTS, type ReadFile } from '../../domain/agreement-files/read-agreement-file';
import { isUnfinished } from '../../domain/agreements/is-unfinished';
import { DraftAgreementHandler } from '../draft-agreement/draft-agreement.handler';

class ImportAgreementBody extends createZodDto(ImportAgreement) {}
class ImportedAgreementBody extends createZodDto(ImportedAgreement) {}

const CODE = 'SHARING.FILE_FAULTY';

@Controller('agreements/import')
export class ImportAgreementController {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly reader: AgreementFileReader,
    private readonly draft: DraftAgreementHandler,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * A file becomes a draft, all of it or nothing.
   * @throws 422 SHARING.FILE_FAULTY (audited) with line and field of each fault; 503 SHARING.TOO_MANY_FILES where too many wait to be read
   */
  @Post()
  @HttpCode(200)
  @ZodResponse({ type: ImportedAgreementBody, status: 200 })
  async import(
    @CurrentPerson() actor: PersonActor,
    @Body() { text, replaces }: ImportAgreementBody,
    @Res({ passthrough: true }) response: Response,
  ) {
    const gone = goneOf(response);
    const { partnershipId } = actor;
    const unread = { parties: [], signatories: [], draft: true };
    await this.desk.demand(actor, 'draft', { kind: 'Agreement', id: 'a-file', partnershipId, ...unread });
    try {
      return await this.take(actor, await this.reader.read(text, gone), replaces);
    } catch (error) {
      if (error instanceof CodedError && error.code === CODE) await this.noteRefusal(actor);
      throw error;
    }
  }

  private async take(actor: PersonActor, read: ReadFile, replaces: DraftReplaced | undefined) {
    if (!read.ok) throw faulty(read.faults);
    const { content } = read;
    const look = (findings: readonly AgreementFinding[]) => {
      const wrong = findings.filter((finding) => !isUnfinished(finding));
      if (wrong.length > 0) throw faulty(wrong.map((finding) => faultInFile(read, finding)));
    };
    await this.draft.execute(actor, content, { look, replaces });
    return { agreementId: content.agreementId, version: content.version };
  }

  private noteRefusal(actor: PersonActor): Promise<void> {
    const subject = { type: 'Agreement', id: 'a-file' };
    return this.audit.recordRead({ actor, action: 'agreement.import', subject, outcome: 'refused', reasonCode: CODE });
  }
}

/** Once whoever called has gone without an answer: nobody waits for what is read for them. */
function goneOf(response: Response): AbortSignal {
  const gone = new AbortController();
  const note = () => {
    if (!response.writableFinished) gone.abort();
  };
  if (response.destroyed) note();
  else response.once('close', note);
  return gone.signal;
}

const faulty = (faults: readonly FileFault[]): CodedError => {
  const errors = faults.slice(0, MOST_FAULTS).map(({ line, field, code, message }) => ({
    ...{ field, code, message: `Line ${line}: ${message}` },
  }));
  return new CodedError(CODE, 422, 'This file cannot be taken. Nothing was changed.', errors);
};
