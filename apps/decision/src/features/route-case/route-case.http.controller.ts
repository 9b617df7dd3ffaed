import type { PersonActor } from '@mash/authorisation';
import { RouteCase } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { RouteCaseHandler, type CaseOnItsWay } from './route-case.handler';

class RouteCaseBody extends createZodDto(RouteCase) {}

@Controller('enquiries/:enquiryId/routes')
export class RouteCaseController {
  constructor(private readonly handler: RouteCaseHandler) {}

  /** Sends children to the team that the newest decision names for them. */
  @Post()
  route(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
    @Body() body: RouteCaseBody,
  ): Promise<CaseOnItsWay> {
    return this.handler.route(actor, enquiryId, body);
  }
}
