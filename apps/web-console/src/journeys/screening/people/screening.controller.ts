import { Controller, Get, Param, Req } from '@nestjs/common';
import type { Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { concernView } from '../../enquiry/contact/concern.presenter';
import { ContactReader } from '../../enquiry/contact/contact-reader';
import { EnquiryFrame } from '../../enquiry/shared/enquiry-frame';
import { enquiryPage } from '../../enquiry/shared/enquiry-page';
import { requireRoster } from '../person-of-roster';
import { screeningView } from './screening.presenter';

/** The contact's words left, the people right: do we know them, is anyone missing? */
@Controller('enquiries/:reference/people')
@ForRoles('mash-analyst', 'mash-manager')
export class ScreeningController {
  constructor(
    private readonly frame: EnquiryFrame,
    private readonly contacts: ContactReader,
  ) {}

  @Get()
  async show(@Param('reference') reference: string, @Req() request: ConsoleRequest): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const roster = requireRoster(open);
    const detail = await this.contacts.detail(request, open);
    const concern = concernView(await this.contacts.concern(request, open, detail), undefined, detail.people);
    const view = screeningView({ reference, roster, concern, now: open.now });
    return enquiryPage(open, {
      template: 'journeys/screening/people/screening.njk',
      title: 'People',
      section: 'people',
      view,
    });
  }
}
