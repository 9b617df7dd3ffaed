import type { PersonActor } from '@mash/authorisation';
import { ImportAgreement, ImportedAgreement } from '@mash/contracts';
import { CodedError, CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { AgreementDesk } from '../../agreements/agreement-desk';
import { readAgreementFile } from '../../domain/agreement-files/read-agreement-file';
import { DraftAgreementHandler } from '../draft-agreement/draft-agreement.handler';

class ImportAgreementBody extends createZodDto(ImportAgreement) {}
class ImportedAgreementBody extends createZodDto(ImportedAgreement) {}

/** Most faults that are told at once. */
const MOST_FAULTS = 50;

@Controller('agreements/import')
export class ImportAgreementController {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly draft: DraftAgreementHandler,
  ) {}

  /** A file becomes a draft, all of it or nothing. @throws 422 SHARING.FILE_FAULTY with line and field of each fault */
  @Post()
  @HttpCode(200)
  @ZodResponse({ type: ImportedAgreementBody, status: 200 })
  async import(@CurrentPerson() actor: PersonActor, @Body() { text }: ImportAgreementBody) {
    const { partnershipId } = actor;
    const unread = { parties: [], signatories: [], draft: true };
    await this.desk.demand(actor, 'draft', { kind: 'Agreement', id: 'a-file', partnershipId, ...unread });
    const read = readAgreementFile(text);
    if (!read.ok) {
      const errors = read.faults.slice(0, MOST_FAULTS).map(({ line, field, code, message }) => ({
        ...{ field, code, message: `Line ${line}: ${message}` },
      }));
      throw new CodedError('SHARING.FILE_FAULTY', 422, 'This file cannot be taken. Nothing was changed.', errors);
    }
    const { agreementId, version } = read.content;
    await this.draft.execute(actor, read.content);
    return { agreementId, version };
  }
}
