import type { Actor } from '@mash/authorisation';
import { ContactReceipt, RecordContact } from '@mash/contracts';
import { CurrentActor, PeopleToo, RequiresScope } from '@mash/service-host';
import { Body, Controller, HttpStatus, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import { IdempotencyKey } from './idempotency-key.decorator';
import { RecordContactHandler } from './record-contact.handler';

class RecordContactBody extends createZodDto(RecordContact) {}
class ContactReceiptAnswer extends createZodDto(ContactReceipt) {}

@Controller('contacts')
export class RecordContactController {
  constructor(private readonly handler: RecordContactHandler) {}

  /** 201 the first time, 200 with the same receipt when the same contact comes again under the same key. */
  @Post()
  @RequiresScope('contacts:create')
  @PeopleToo()
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: ContactReceiptAnswer.Output })
  @ApiOkResponse({ type: ContactReceiptAnswer.Output })
  async record(
    @Body() contact: RecordContactBody,
    @IdempotencyKey() idempotencyKey: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ContactReceipt> {
    const { receipt, isNew } = await this.handler.execute({ contact, idempotencyKey, actor });
    response.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    return receipt;
  }
}
