import type { PersonActor } from '@mash/authorisation';
import { MakeDecision } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { MakeDecisionHandler, type DecisionKept } from './make-decision.handler';

class MakeDecisionBody extends createZodDto(MakeDecision) {}

@Controller('enquiries/:enquiryId/decisions')
export class MakeDecisionController {
  constructor(private readonly handler: MakeDecisionHandler) {}

  /** Decides for every child of the roster version named. */
  @Post()
  decide(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
    @Body() body: MakeDecisionBody,
  ): Promise<DecisionKept> {
    return this.handler.decide(actor, enquiryId, body);
  }
}
