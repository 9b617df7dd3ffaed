import type { PersonActor } from '@mash/authorisation';
import { StateBreach } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { StateBreachHandler } from './state-breach.handler';

class StateBreachBody extends createZodDto(StateBreach) {}

@Controller('breaches')
export class StateBreachController {
  constructor(private readonly handler: StateBreachHandler) {}

  @Post(':breachId/statements')
  @HttpCode(204)
  state(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('breachId') breachId: string,
    @Body() body: StateBreachBody,
  ): Promise<void> {
    return this.handler.execute(actor, breachId, body);
  }
}
