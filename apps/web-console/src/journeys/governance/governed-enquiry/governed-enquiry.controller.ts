import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { GovernanceClient } from '../../../api-clients/governance.client';
import { Clock } from '../../../clock';
import type { PostedFields } from '../../../forms/posted';
import { Colleagues } from '../../../layout/colleagues';
import { page, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryFinder } from '../shared/enquiry-finder';
import { searchPage } from '../shared/search-page';
import { governedEnquiryView } from './governed-enquiry.presenter';

const ASK = {
  frame: { title: 'Hold or erase', section: '/ig', back: '/ig' },
  heading: 'Which enquiry is to be held or erased?',
  action: '/ig/enquiry',
  button: 'Show what holds it',
};

/** One enquiry before it is held or erased, found by reference or id, never by name; erased ones too. */
@Controller('ig/enquiry')
@ForRoles('ig-officer')
export class GovernedEnquiryController {
  constructor(
    private readonly governance: GovernanceClient,
    private readonly finder: EnquiryFinder,
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  @Get()
  ask(): Answer {
    return searchPage(ASK);
  }

  @Post()
  find(@Body() fields: PostedFields, @Req() request: ConsoleRequest): Promise<Answer> {
    return this.finder.answerTo(request, ASK, fields);
  }

  @Get(':enquiry')
  async show(
    @Param('enquiry') id: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const enquiry = await this.governance.governedEnquiry(request, requireId(id));
    const view = governedEnquiryView(enquiry, person.accountId, this.clock.now(), await this.colleagues.of(request));
    const frame = { title: `Hold or erase, ${enquiry.enquiryReference}`, section: '/ig', back: '/ig/enquiry' };
    return page('journeys/governance/governed-enquiry/governed-enquiry.njk', frame, view);
  }
}
