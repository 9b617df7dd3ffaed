import type { PersonActor } from '@mash/authorisation';
import { AcceptCase, ReturnCase } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { AnswerRouteHandler } from './answer-route.handler';

class AcceptCaseBody extends createZodDto(AcceptCase) {}
class ReturnCaseBody extends createZodDto(ReturnCase) {}

@Controller('inbox/:routeId')
export class AnswerRouteController {
  constructor(private readonly handler: AnswerRouteHandler) {}

  @Post('accept')
  @HttpCode(204)
  async accept(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('routeId') routeId: string,
    @Body() body: AcceptCaseBody,
  ): Promise<void> {
    await this.handler.accept(actor, routeId, body);
  }

  @Post('return')
  @HttpCode(204)
  async return(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('routeId') routeId: string,
    @Body() body: ReturnCaseBody,
  ): Promise<void> {
    await this.handler.return(actor, routeId, body);
  }
}
