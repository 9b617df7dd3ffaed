import type { PersonActor } from '@mash/authorisation';
import { SayWhatIsWrong, WrongSaid } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { SayWhatIsWrongHandler } from './say-what-is-wrong.handler';

class SayWhatIsWrongBody extends createZodDto(SayWhatIsWrong) {}
class WrongSaidBody extends createZodDto(WrongSaid) {}

@Controller('identity-statements')
export class SayWhatIsWrongController {
  constructor(private readonly handler: SayWhatIsWrongHandler) {}

  @Post()
  @HttpCode(200)
  @ZodResponse({ type: WrongSaidBody, status: 200 })
  say(@CurrentPerson() actor: PersonActor, @Body() body: SayWhatIsWrongBody): Promise<WrongSaid> {
    return this.handler.execute(actor, body);
  }
}
