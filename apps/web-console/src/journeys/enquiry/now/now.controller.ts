import { Controller, Get, Param, Req } from '@nestjs/common';
import type { Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { EnquiryFrame } from '../shared/enquiry-frame';
import { enquiryPage } from '../shared/enquiry-page';
import { nowView } from './now.presenter';

/** Where an enquiry is, and what is next. */
@Controller('enquiries/:reference')
@ForRoles('mash-analyst', 'mash-manager')
export class NowController {
  constructor(private readonly frame: EnquiryFrame) {}

  @Get()
  async show(@Param('reference') reference: string, @Req() request: ConsoleRequest): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const template = 'journeys/enquiry/now/now.njk';
    return enquiryPage(open, { template, title: 'Now', section: 'now', view: nowView(open) });
  }
}
