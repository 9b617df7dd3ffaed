import type { PersonActor } from '@mash/authorisation';
import { PlaceLegalHold } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { PlaceLegalHoldHandler } from './place-legal-hold.handler';

class PlaceLegalHoldBody extends createZodDto(PlaceLegalHold) {}

@Controller('legal-holds')
export class PlaceLegalHoldController {
  constructor(private readonly handler: PlaceLegalHoldHandler) {}

  @Post()
  @HttpCode(204)
  place(@CurrentPerson() actor: PersonActor, @Body() body: PlaceLegalHoldBody): Promise<void> {
    return this.handler.execute(actor, body);
  }
}
