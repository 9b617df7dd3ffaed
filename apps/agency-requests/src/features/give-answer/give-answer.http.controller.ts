import type { Actor } from '@mash/authorisation';
import { AnswerReceipt, GiveAnswer } from '@mash/contracts';
import { CurrentActor, PeopleToo, RequiresScope, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { GiveAnswerHandler } from './give-answer.handler';

class GiveAnswerBody extends createZodDto(GiveAnswer) {}
class AnswerReceiptBody extends createZodDto(AnswerReceipt) {}

@Controller('requests/:requestId/answers')
export class GiveAnswerController {
  constructor(private readonly handler: GiveAnswerHandler) {}

  @Post()
  @HttpCode(202)
  @ZodResponse({ type: AnswerReceiptBody, status: 202 })
  @RequiresScope('requests:answer')
  @PeopleToo()
  give(@CurrentActor() actor: Actor, @UuidParam('requestId') requestId: string, @Body() body: GiveAnswerBody) {
    return this.handler.execute(actor, requestId, body);
  }
}
