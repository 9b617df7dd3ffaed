import { AuditsRefusals } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { BreakGlass, GlassBroken } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { BreakGlassHandler } from './break-glass.handler';

class BreakGlassBody extends createZodDto(BreakGlass) {}
class GlassBrokenAnswer extends createZodDto(GlassBroken) {}

@AuditsRefusals('enquiry.break-glass')
@Controller('break-glass')
export class BreakGlassController {
  constructor(private readonly handler: BreakGlassHandler) {}

  /** For a short time, with a sealed reason; information governance sees it at once. */
  @Post()
  @ZodResponse({ type: GlassBrokenAnswer, status: 201 })
  break(@CurrentPerson() actor: PersonActor, @Body() body: BreakGlassBody): Promise<GlassBroken> {
    return this.handler.break(actor, body);
  }
}
