import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ContactIntakeClient } from '../../../api-clients/contact-intake.client';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { redirect, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { HeldPosts } from '../../../session/held-posts';
import { EnquiryFrame, type OpenEnquiry } from '../../enquiry/shared/enquiry-frame';
import { enquiryPage } from '../../enquiry/shared/enquiry-page';
import { requireRoster } from '../person-of-roster';
import { peoplePath } from '../screening-paths';
import { rosterRefusal } from './roster-refusal';
import { readRoster } from './roster.form';
import { rosterFormView } from './roster.presenter';

/** Confirms the household, and adds whom the contact left out. */
@Controller('enquiries/:reference/people/roster')
@ForRoles('mash-analyst', 'mash-manager')
export class RosterController {
  constructor(
    private readonly frame: EnquiryFrame,
    private readonly intake: ContactIntakeClient,
    private readonly heldPosts: HeldPosts,
  ) {}

  @Get()
  async show(@Param('reference') reference: string, @Req() request: ConsoleRequest): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const held = await this.heldPosts.take(request, request.path);
    return this.page(open, held && new Posted(held), []);
  }

  @Post()
  async confirm(
    @Param('reference') reference: string,
    @Body() fields: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const posted = new Posted(fields);
    const { roster, errors, slots } = readRoster(posted, requireRoster(open).people, open.now);
    if (roster === undefined) return this.page(open, posted, errors);
    try {
      await this.intake.confirmRoster(request, open.enquiry.enquiryId, roster);
      return redirect(peoplePath(reference));
    } catch (error) {
      const refused = rosterRefusal(error, slots);
      if (refused === undefined) throw error;
      return this.page(open, posted, refused);
    }
  }

  private page(open: OpenEnquiry, posted: Posted | undefined, errors: readonly FieldError[]): Answer {
    const { reference, now } = open;
    const view = rosterFormView({ reference, roster: requireRoster(open), posted, errors, now });
    const template = 'journeys/screening/roster/roster.njk';
    return enquiryPage(open, { template, title: 'Household', section: 'people', view, errors });
  }
}
