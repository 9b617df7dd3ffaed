import type { PersonActor } from '@mash/authorisation';
import { AuthoriseDetriment, EndDetrimentAuthority } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { AuthoriseDetrimentHandler } from './authorise-detriment.handler';

class AuthoriseDetrimentBody extends createZodDto(AuthoriseDetriment) {}
class EndDetrimentAuthorityBody extends createZodDto(EndDetrimentAuthority) {}

/** Who may record for an agency that sharing would harm a child. */
@Controller('register/detriment-authors')
export class AuthoriseDetrimentController {
  constructor(private readonly handler: AuthoriseDetrimentHandler) {}

  @Post()
  @HttpCode(204)
  authorise(@CurrentPerson() actor: PersonActor, @Body() body: AuthoriseDetrimentBody): Promise<void> {
    return this.handler.authorise(actor, body);
  }

  @Post('end')
  @HttpCode(204)
  end(@CurrentPerson() actor: PersonActor, @Body() body: EndDetrimentAuthorityBody): Promise<void> {
    return this.handler.end(actor, body);
  }
}
