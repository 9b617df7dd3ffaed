import { AuditsRefusals } from '@mash/audit-client';
import type { Actor } from '@mash/authorisation';
import { OpenedByCapability, UseCapability } from '@mash/contracts';
import { CurrentActor, RequiresScope, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { UseCapabilityHandler } from './use-capability.handler';

class UseCapabilityBody extends createZodDto(UseCapability) {}
class OpenedBody extends createZodDto(OpenedByCapability) {}

@Controller('capabilities/:capabilityId/open')
@AuditsRefusals('capability.use')
export class UseCapabilityController {
  constructor(private readonly handler: UseCapabilityHandler) {}

  /** The only way in which a system is told anything sealed: by a capability made for its agency, once, signed by its own key. */
  @Post()
  @HttpCode(200)
  @RequiresScope('capabilities:use')
  @ZodResponse({ type: OpenedBody, status: 200 })
  use(
    @CurrentActor() actor: Actor,
    @UuidParam('capabilityId') capabilityId: string,
    @Body() body: UseCapabilityBody,
  ): Promise<OpenedByCapability> {
    return this.handler.execute(actor, capabilityId, body);
  }
}
