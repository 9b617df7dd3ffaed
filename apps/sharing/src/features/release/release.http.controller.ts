import { AuditsRefusals } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { Release, Released } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { ReleaseHandler } from '../../releases/release.handler';

class ReleaseBody extends createZodDto(Release) {}
class ReleasedBody extends createZodDto(Released) {}

@Controller('releases')
@AuditsRefusals('release.request')
export class ReleaseController {
  constructor(private readonly handler: ReleaseHandler) {}

  /** Opens to a person's own token only. No service credential can release. */
  @Post()
  @HttpCode(200)
  @ZodResponse({ type: ReleasedBody, status: 200 })
  release(@CurrentPerson() actor: PersonActor, @Body() body: ReleaseBody) {
    return this.handler.execute(actor, body);
  }
}
