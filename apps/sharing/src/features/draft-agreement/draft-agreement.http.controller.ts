import type { PersonActor } from '@mash/authorisation';
import { DraftAgreement } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { DraftAgreementHandler } from './draft-agreement.handler';

class DraftAgreementBody extends createZodDto(DraftAgreement) {}

@Controller('agreements')
export class DraftAgreementController {
  constructor(private readonly handler: DraftAgreementHandler) {}

  @Post()
  @HttpCode(204)
  draft(@CurrentPerson() actor: PersonActor, @Body() body: DraftAgreementBody): Promise<void> {
    return this.handler.execute(actor, body);
  }

  @Post(':agreementId/draft/discard')
  @HttpCode(204)
  discard(@CurrentPerson() actor: PersonActor, @UuidParam('agreementId') agreementId: string): Promise<void> {
    return this.handler.discard(actor, agreementId);
  }
}
