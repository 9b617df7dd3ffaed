import { PublicAgreementList, PublicAgreementPage, type PublicPartnership } from '@mash/contracts';
import { Clock, notFound, Public } from '@mash/service-host';
import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { AgreementShelf } from '../../agreements/agreement-shelf';
import { PartnershipRepository, type RegisteredPartnership } from '../../register/partnership.repository';
import { BusyGuard } from './busy-guard';
import { publicAgreement, publicListing, publicVersions } from './public-agreement-view';

class PublicAgreementListBody extends createZodDto(PublicAgreementList) {}
class PublicAgreementPageBody extends createZodDto(PublicAgreementPage) {}

const partnershipView = ({ slug, name, contact }: RegisteredPartnership): PublicPartnership => ({
  slug,
  name,
  contact,
});

/**
 * The only endpoints that answer anybody. Partnership or agreement unknown, never in force, never published: the same 404. No answer is kept by what
 * lies between: that sharing was stopped is read at once.
 */
@Public()
@UseGuards(BusyGuard)
@Controller('public/partnerships/:partnership/agreements')
export class PublicAgreementsController {
  constructor(
    private readonly partnerships: PartnershipRepository,
    private readonly shelf: AgreementShelf,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ZodResponse({ type: PublicAgreementListBody })
  async list(@Param('partnership') slug: string) {
    const partnership = await this.partnershipAt(slug);
    const all = await this.shelf.of(partnership.partnershipId);
    return { partnership: partnershipView(partnership), agreements: publicListing(all, this.clock.now()) };
  }

  @Get(':slug')
  @ZodResponse({ type: PublicAgreementPageBody })
  async one(@Param('partnership') of: string, @Param('slug') slug: string) {
    const partnership = await this.partnershipAt(of);
    const all = await this.shelf.of(partnership.partnershipId);
    const version = publicVersions(all).find(({ content }) => content.slug === slug);
    if (version === undefined) throw notFound('Agreement');
    return { partnership: partnershipView(partnership), agreement: publicAgreement(version, all, this.clock.now()) };
  }

  private async partnershipAt(slug: string): Promise<RegisteredPartnership> {
    const found = await this.partnerships.bySlug(slug);
    if (found === undefined) throw notFound('Agreement');
    return found;
  }
}
