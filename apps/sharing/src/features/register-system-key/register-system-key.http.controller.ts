import type { PersonActor } from '@mash/authorisation';
import { RegisterSystemKey } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { RegisterSystemKeyHandler } from './register-system-key.handler';

class RegisterSystemKeyBody extends createZodDto(RegisterSystemKey) {}

@Controller('system-keys')
export class RegisterSystemKeyController {
  constructor(private readonly handler: RegisterSystemKeyHandler) {}

  @Post()
  @HttpCode(204)
  register(@CurrentPerson() actor: PersonActor, @Body() body: RegisterSystemKeyBody): Promise<void> {
    return this.handler.execute(actor, body);
  }
}
