import type { PersonActor } from '@mash/authorisation';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { ChaseAgencyHandler } from './chase-agency.handler';

@Controller('requests/:requestId/chase')
export class ChaseAgencyController {
  constructor(private readonly handler: ChaseAgencyHandler) {}

  @Post()
  @HttpCode(204)
  chase(@CurrentPerson() actor: PersonActor, @UuidParam('requestId') requestId: string): Promise<void> {
    return this.handler.execute(actor, requestId);
  }
}
