import type { PersonActor } from '@mash/authorisation';
import { PartnershipView, RegisterPartnership } from '@mash/contracts';
import { conflict, CurrentPerson, notFound } from '@mash/service-host';
import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { PartnershipRepository } from '../../register/partnership.repository';
import { RegisterKeeper } from '../../register/register-keeper';

class RegisterPartnershipBody extends createZodDto(RegisterPartnership) {}
class PartnershipBody extends createZodDto(PartnershipView) {}

@Controller('register/partnership')
export class RegisterPartnershipController {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly partnerships: PartnershipRepository,
  ) {}

  /** @throws 409 SHARING.SLUG_TAKEN: a public address belongs to one partnership */
  @Put()
  @HttpCode(204)
  register(@CurrentPerson() actor: PersonActor, @Body() body: RegisterPartnershipBody): Promise<void> {
    const { partnershipId } = actor;
    return this.keeper.amend(actor, 'register.partnership', {}, async (tx, at) => {
      // Of all partnerships: two could ask for the same name at once.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('partnership-slugs', 42))`);
      const holder = await this.partnerships.bySlug(body.slug, tx);
      if (holder !== undefined && holder.partnershipId !== partnershipId)
        throw conflict('SHARING.SLUG_TAKEN', 'Another partnership has this public address.');
      await this.partnerships.save(tx, partnershipId, body, at);
    });
  }

  @Get()
  @ZodResponse({ type: PartnershipBody })
  async own(@CurrentPerson() actor: PersonActor) {
    const found = await this.partnerships.find(actor.partnershipId);
    if (found === undefined) throw notFound('Partnership');
    const { slug, name, contact } = found;
    return { slug, name, contact };
  }
}
