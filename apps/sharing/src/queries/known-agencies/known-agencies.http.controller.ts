import { isInReach, type Actor } from '@mash/authorisation';
import { AskKnownAgencies, KnownAgencies } from '@mash/contracts';
import { CurrentActor, notFound, RequiresScope } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { KnownAgencies as AgenciesKnown } from '../../register/known-agencies';

class AskBody extends createZodDto(AskKnownAgencies) {}
class KnownBody extends createZodDto(KnownAgencies) {}

/**
 * For `agency-requests`, which lists what was asked: whom it may name to a reader. Nobody is shown anything by it, and it leaves no entry; as it takes
 * any reader at that service's word, the scope is for that service alone.
 */
@RequiresScope('facts:named')
@Controller('facts/known-agencies')
export class KnownAgenciesController {
  constructor(
    private readonly enquiries: EnquiryRepository,
    private readonly known: AgenciesKnown,
  ) {}

  @Post()
  @HttpCode(200)
  @ZodResponse({ status: 200, type: KnownBody })
  async of(@CurrentActor() system: Actor, @Body() { enquiryId, actor, asked }: AskBody) {
    const enquiry = await this.enquiries.find(enquiryId);
    if (enquiry === undefined || !isInReach(system, enquiry.partnershipId)) throw notFound('Enquiry');
    if (actor.partnershipId !== enquiry.partnershipId) throw notFound('Enquiry');
    return { agencyIds: [...(await this.known.of(enquiry, actor, asked))] };
  }
}
