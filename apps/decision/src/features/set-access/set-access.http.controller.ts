import type { PersonActor } from '@mash/authorisation';
import { SetAccess } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { SetAccessHandler } from './set-access.handler';

class SetAccessBody extends createZodDto(SetAccess) {}

@Controller('enquiries/:enquiryId/access')
export class SetAccessController {
  constructor(private readonly handler: SetAccessHandler) {}

  @Put()
  @HttpCode(204)
  async set(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
    @Body() body: SetAccessBody,
  ): Promise<void> {
    await this.handler.set(actor, enquiryId, body);
  }
}
