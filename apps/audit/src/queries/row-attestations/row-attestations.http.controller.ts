import { isInReach, type Actor } from '@mash/authorisation';
import { AttestedPartnerships, Id, RowAttestations } from '@mash/contracts';
import { CurrentActor, notFound, RequiresScope } from '@mash/service-host';
import { Controller, Get, Query } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { FindAttestations } from './find-attestations';

const service = z.string().regex(/^[a-z][a-z-]{0,40}$/);
class OfService extends createZodDto(z.strictObject({ service })) {}
class AfterNumber extends createZodDto(
  z.strictObject({
    service,
    partnershipId: Id,
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
) {}
class AttestationsBody extends createZodDto(RowAttestations) {}
class PartnershipsBody extends createZodDto(AttestedPartnerships) {}

/** What services attested of their rows: keys and hashes. Asked by a service that checks its own; the check makes the audit entry. */
@RequiresScope('facts:read')
@Controller('row-attestations')
export class RowAttestationsController {
  constructor(private readonly attestations: FindAttestations) {}

  @Get()
  @ZodResponse({ type: AttestationsBody })
  async list(@CurrentActor() actor: Actor, @Query() { service: name, partnershipId, after, limit }: AfterNumber) {
    if (!isInReach(actor, partnershipId)) throw notFound('Partnership');
    const entries = await this.attestations.of(name, partnershipId, after, limit + 1);
    return { entries: entries.slice(0, limit), hasMore: entries.length > limit };
  }

  @Get('partnerships')
  @ZodResponse({ type: PartnershipsBody })
  async partnerships(@CurrentActor() actor: Actor, @Query() { service: name }: OfService) {
    const all = await this.attestations.partnerships(name);
    return { partnershipIds: all.filter((partnershipId) => isInReach(actor, partnershipId)) };
  }
}
