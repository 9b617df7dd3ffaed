import type { PersonActor } from '@mash/authorisation';
import { MakeHolderStatement } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { MakeHolderStatementHandler } from './make-holder-statement.handler';

class MakeHolderStatementBody extends createZodDto(MakeHolderStatement) {}

@Controller('holder-statements')
export class MakeHolderStatementController {
  constructor(private readonly handler: MakeHolderStatementHandler) {}

  @Post()
  @HttpCode(204)
  make(@CurrentPerson() actor: PersonActor, @Body() body: MakeHolderStatementBody): Promise<void> {
    return this.handler.execute(actor, body);
  }
}
