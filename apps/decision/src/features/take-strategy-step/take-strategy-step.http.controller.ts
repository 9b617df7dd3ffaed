import type { PersonActor } from '@mash/authorisation';
import { TakeStrategyStep } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { TakeStrategyStepHandler } from './take-strategy-step.handler';

class TakeStrategyStepBody extends createZodDto(TakeStrategyStep) {}

@Controller('enquiries/:enquiryId/strategy-discussions/:discussionId/steps')
export class TakeStrategyStepController {
  constructor(private readonly handler: TakeStrategyStepHandler) {}

  @Post()
  @HttpCode(204)
  take(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
    @UuidParam('discussionId') discussionId: string,
    @Body() body: TakeStrategyStepBody,
  ): Promise<void> {
    return this.handler.take(actor, enquiryId, discussionId, body);
  }
}
