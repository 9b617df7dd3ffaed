import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { AuditClient } from '../../../api-clients/audit.client';
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
import { looksView } from './looks.presenter';

const ASK = {
  frame: { title: 'Who looked', section: '/ig/looks' },
  heading: 'Who looked at an enquiry?',
  action: '/ig/looks',
  button: 'Show who looked',
};

/** Who looked: found by reference or id, never by name. */
@Controller('ig/looks')
@ForRoles('ig-officer', 'auditor')
export class LooksController {
  constructor(
    private readonly audit: AuditClient,
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
    const enquiryId = requireId(id);
    const [looks, named, caption] = await Promise.all([
      this.audit.looks(request, enquiryId),
      this.colleagues.of(request),
      this.finder.captionOf(request, enquiryId),
    ]);
    const frame = { title: 'Who looked', wide: true, section: '/ig/looks', back: '/ig/looks' };
    return page(
      'journeys/governance/looks/looks.njk',
      frame,
      looksView(looks, this.clock.now(), { named, caption, readsLedger: person.roles.includes('ig-officer') }),
    );
  }
}
