import { AuditTrail } from '@mash/audit-client';
import { couldEver, type PersonActor } from '@mash/authorisation';
import { SystemKeys } from '@mash/contracts';
import { Clock, CodedError, CurrentPerson } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { SystemKeyRepository } from '../../system-keys/system-key.repository';
import { systemKeyView } from './system-key-view';

class SystemKeysBody extends createZodDto(SystemKeys) {}

@Controller('system-keys')
export class SystemKeysController {
  constructor(
    private readonly keys: SystemKeyRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Which systems may seal for which agency, since when and until when. Public keys and codes: nothing about any family. */
  @Get()
  @ZodResponse({ type: SystemKeysBody })
  async list(@CurrentPerson() actor: PersonActor) {
    const subject = { type: 'Partnership', id: actor.partnershipId };
    const entry = { actor, action: 'system-key.list', subject };
    if (!couldEver(actor, 'read', 'SystemKey')) {
      await this.audit.recordRead({ ...entry, outcome: 'refused', reasonCode: 'ROLE_OR_STATE' });
      throw new CodedError('SYSTEM_KEY.READ_NOT_ALLOWED', 403, 'Your role does not let you do this.');
    }
    const now = this.clock.now();
    const keys = (await this.keys.ofPartnership(actor.partnershipId)).map((key) => systemKeyView(key, now));
    await this.audit.recordRead({ ...entry, outcome: 'shown', counts: { keys: keys.length } });
    return { keys };
  }
}
