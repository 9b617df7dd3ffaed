import { AuditTrail } from '@mash/audit-client';
import type { Actor } from '@mash/authorisation';
import { Capabilities } from '@mash/contracts';
import { Clock, CurrentActor, RequiresScope } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { agencySystem } from '../../capabilities/agency-system';
import { CapabilityRepository } from '../../capabilities/capability.repository';
import { CapabilitySeal } from '../../capabilities/capability-seal';
import { Identities } from '../../recalls/identities';

class CapabilitiesBody extends createZodDto(Capabilities) {}

@Controller('capabilities')
@RequiresScope('capabilities:use')
export class CapabilitiesController {
  constructor(
    private readonly capabilities: CapabilityRepository,
    private readonly identities: Identities,
    private readonly seal: CapabilitySeal,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What this agency's system may still open: nothing that was decided otherwise since, or recalled. Ids alone: with them nothing opens without the system's own key. */
  @Get()
  @ZodResponse({ type: CapabilitiesBody })
  async list(@CurrentActor() actor: Actor) {
    const { agencyId, partnershipId } = agencySystem(actor);
    const unused = await this.capabilities.unusedOf(partnershipId, agencyId, this.clock.now());
    const recalled = await this.identities.recalledAmong(unused, { agencyId, accountId: actor.id });
    const rows = unused.filter((row) => !recalled.includes(row));
    const capabilities = await Promise.all(
      rows.map(async (row) => ({
        ...{ capabilityId: row.capabilityId, kind: row.kind, aboutId: row.aboutId, enquiryId: row.enquiryId },
        ...(row.personId !== null && { personId: row.personId }),
        expiresAt: row.expiresAt.toISOString(),
        capability: await this.seal.sign(row),
      })),
    );
    const entry = { actor, action: 'capability.list', subject: { type: 'Agency', id: agencyId } } as const;
    await this.audit.recordRead({ ...entry, outcome: 'shown', counts: { capabilities: capabilities.length } });
    return { capabilities };
  }
}
