import type { PersonActor } from '@mash/authorisation';
import { RequestErasure } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { RequestErasureHandler } from './request-erasure.handler';

class RequestErasureBody extends createZodDto(RequestErasure) {}

@Controller('erasures')
export class RequestErasureController {
  constructor(private readonly handler: RequestErasureHandler) {}

  @Post()
  @HttpCode(204)
  request(@CurrentPerson() actor: PersonActor, @Body() body: RequestErasureBody): Promise<void> {
    return this.handler.execute(actor, body);
  }
}
