import { AuditsRefusals } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { OpenOwnItems, OwnItemsOpened } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { OpenOwnItemsHandler } from './open-own-items.handler';

class OpenOwnItemsBody extends createZodDto(OpenOwnItems) {}
class OwnItemsBody extends createZodDto(OwnItemsOpened) {}

@AuditsRefusals('holder-item.open-own')
@Controller('holder-items/open-own')
export class OpenOwnItemsController {
  constructor(private readonly handler: OpenOwnItemsHandler) {}

  @Post()
  @HttpCode(200)
  @ZodResponse({ type: OwnItemsBody, status: 200 })
  open(@CurrentPerson() actor: PersonActor, @Body() body: OpenOwnItemsBody) {
    return this.handler.execute(actor, body);
  }
}
