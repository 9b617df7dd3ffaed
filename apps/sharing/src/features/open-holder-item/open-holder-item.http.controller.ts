import type { PersonActor } from '@mash/authorisation';
import { HolderItem, OpenHolderItem } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { OpenHolderItemHandler } from './open-holder-item.handler';

class OpenHolderItemBody extends createZodDto(OpenHolderItem) {}
class HolderItemBody extends createZodDto(HolderItem) {}

@Controller('holder-items/open')
export class OpenHolderItemController {
  constructor(private readonly handler: OpenHolderItemHandler) {}

  @Post()
  @HttpCode(200)
  @ZodResponse({ type: HolderItemBody, status: 200 })
  open(@CurrentPerson() actor: PersonActor, @Body() body: OpenHolderItemBody) {
    return this.handler.execute(actor, body);
  }
}
