import type { PersonActor } from '@mash/authorisation';
import { DraftAgreement, DraftReplaced } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { DraftRead } from '../../agreements/draft-read';
import { DraftAgreementHandler } from './draft-agreement.handler';

class DraftAgreementBody extends createZodDto(DraftAgreement) {}
class Replacing extends createZodDto(z.strictObject({ replaces: DraftReplaced.optional() })) {}

@Controller('agreements')
export class DraftAgreementController {
  constructor(private readonly handler: DraftAgreementHandler) {}

  @Post()
  @HttpCode(204)
  draft(
    @CurrentPerson() actor: PersonActor,
    @Body() body: DraftAgreementBody,
    @Query() { replaces }: Replacing,
  ): Promise<void> {
    return this.handler.execute(actor, body, { replaces });
  }

  @Post(':agreementId/draft/discard')
  @HttpCode(204)
  discard(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('agreementId') agreementId: string,
    @Query() { read }: DraftRead,
  ): Promise<void> {
    return this.handler.discard(actor, agreementId, read);
  }
}
