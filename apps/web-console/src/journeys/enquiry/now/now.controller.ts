import { Controller, Get, Param, Req } from '@nestjs/common';
import { ServiceDown } from '../../../api-clients/service-errors';
import { SharingClient } from '../../../api-clients/sharing.client';
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
  constructor(
    private readonly frame: EnquiryFrame,
    private readonly sharing: SharingClient,
  ) {}

  @Get()
  async show(@Param('reference') reference: string, @Req() request: ConsoleRequest): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const tasks = await this.sharing.obligations(request, open.enquiry.enquiryId).catch(ifDown);
    const template = 'journeys/enquiry/now/now.njk';
    return enquiryPage(open, { template, title: 'Now', section: 'now', view: nowView(open, tasks) });
  }
}

/** The page stands without its tasks, and says so. */
function ifDown(error: unknown): 'not known' {
  if (error instanceof ServiceDown) return 'not known';
  throw error;
}
