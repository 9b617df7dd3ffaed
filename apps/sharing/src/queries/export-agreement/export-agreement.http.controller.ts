import type { PersonActor } from '@mash/authorisation';
import { ExportedAgreement, ExportFormat } from '@mash/contracts';
import { CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { AgreementReader } from '../../agreements/agreement-reader';
import { VersionParam } from '../../agreements/version-param';
import { writeAgreementFile } from '../../domain/agreement-files/write-agreement-file';

class ExportedAgreementBody extends createZodDto(ExportedAgreement) {}

const FILES = {
  yaml: { ending: 'yaml', mediaType: 'application/yaml' },
  mais: { ending: 'mais.json', mediaType: 'application/json' },
} as const;

@Controller('agreements/:agreementId/versions/:version/export/:format')
export class ExportAgreementController {
  constructor(private readonly reader: AgreementReader) {}

  /** A version as a file, whole: what is imported from it is the same version again. */
  @Get()
  @ZodResponse({ type: ExportedAgreementBody })
  async export(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('agreementId') agreementId: string,
    @VersionParam() version: number,
    @Param('format') asked: string,
  ) {
    const format = ExportFormat.safeParse(asked).data;
    if (format === undefined) throw notFound('Agreement');
    const { found } = await this.reader.find(actor, agreementId, version);
    const { ending, mediaType } = FILES[format];
    const fileName = `${found.content.slug}-v${version}.${ending}`;
    return { text: writeAgreementFile(found.content, format), fileName, mediaType };
  }
}
