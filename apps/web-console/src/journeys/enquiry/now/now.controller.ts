import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { RecallsClient } from '../../../api-clients/recalls.client';
import { SharingClient } from '../../../api-clients/sharing.client';
import type { Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { GLASS_BREAKERS } from '../../../session/may-break-glass';
import { EnquiryFrame } from '../shared/enquiry-frame';
import { enquiryPage } from '../shared/enquiry-page';
import { unlessHad } from '../shared/unless-had';
import { nowView } from './now.presenter';
import { untoldSentence } from './receipts.presenter';
import { recallsLine } from './recalls.presenter';

/** Where an enquiry is, and what is next. */
@Controller('enquiries/:reference')
@ForRoles(...GLASS_BREAKERS)
export class NowController {
  constructor(
    private readonly frame: EnquiryFrame,
    private readonly recalls: RecallsClient,
    private readonly sharing: SharingClient,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Query('untold') untold: unknown,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const { enquiryId } = open.enquiry;
    const [tasks, recalls] = await Promise.all([
      this.sharing.obligations(request, enquiryId).catch(unlessHad(open.enquiry)),
      this.recalls.recallsOf(request, enquiryId).catch(unlessHad(open.enquiry)),
    ]);
    const view = {
      ...nowView(open, tasks ?? 'not known'),
      untold: open.frame.isHub ? untoldSentence(untold) : undefined,
      recalls: open.frame.isHub ? recallsLine(open.reference, recalls ?? 'not known') : undefined,
    };
    const template = 'journeys/enquiry/now/now.njk';
    return enquiryPage(open, { template, title: 'Now', section: 'now', view });
  }
}
