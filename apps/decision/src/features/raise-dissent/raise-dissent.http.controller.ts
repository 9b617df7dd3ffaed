import type { PersonActor } from '@mash/authorisation';
import { RaiseDissent } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { RaiseDissentHandler, type DissentKept } from './raise-dissent.handler';

class RaiseDissentBody extends createZodDto(RaiseDissent) {}

@Controller('enquiries/:enquiryId/decisions/:decisionId/dissents')
export class RaiseDissentController {
  constructor(private readonly handler: RaiseDissentHandler) {}

  @Post()
  raise(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
    @UuidParam('decisionId') decisionId: string,
    @Body() body: RaiseDissentBody,
  ): Promise<DissentKept> {
    return this.handler.raise(actor, enquiryId, decisionId, body);
  }
}
