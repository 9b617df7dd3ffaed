import type { PersonActor } from '@mash/authorisation';
import { Appoint } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { AppointReleaserHandler } from './appoint-releaser.handler';

class AppointBody extends createZodDto(Appoint) {}

@Controller('register/releasers')
export class AppointReleaserController {
  constructor(private readonly handler: AppointReleaserHandler) {}

  @Post()
  @HttpCode(204)
  appoint(@CurrentPerson() actor: PersonActor, @Body() body: AppointBody): Promise<void> {
    return this.handler.execute(actor, body);
  }
}
