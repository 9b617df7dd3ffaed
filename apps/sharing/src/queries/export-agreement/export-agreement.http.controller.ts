import type { PersonActor } from '@mash/authorisation';
import { ExportedAgreement, ExportFormat } from '@mash/contracts';
import { CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { AgreementReader } from '../../agreements/agreement-reader';
import { VersionParam } from '../../agreements/version-param';
import type { MaisRoot } from '../../domain/agreement-files/mais-object';
import { maisRootOf } from '../../domain/agreement-files/mais-root-of';
import { writeAgreementFile } from '../../domain/agreement-files/write-agreement-file';

class ExportedAgreementBody extends createZodDto(ExportedAgreement) {}

const MEDIA_TYPES = { yaml: 'application/yaml', mais: 'application/json' } as const;
const endingOf = (format: ExportFormat, root: MaisRoot): string => {
  if (format === 'yaml') return 'yaml';
  return root === 'SharingRequest' ? 'mais-request.json' : 'mais.json';
};

@Controller('agreements/:agreementId/versions/:version/export/:format')
export class ExportAgreementController {
  constructor(private readonly reader: AgreementReader) {}

  /** A version as a file, whole: what is imported from it is the same version again. Not in force yet, it is a MAIS request. */
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
    const root = maisRootOf(found.state);
    const fileName = `${found.content.slug}-v${version}.${endingOf(format, root)}`;
    return { text: writeAgreementFile(found.content, format, root), fileName, mediaType: MEDIA_TYPES[format] };
  }
}
