import { Controller, Get, Param, Req } from '@nestjs/common';
import type { Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryFrame } from '../shared/enquiry-frame';
import { enquiryPage } from '../shared/enquiry-page';
import { historyView } from './history.presenter';
import { RatingReasonsReader } from './rating-reasons';

/** Ratings, thresholds, protections, decisions: never altered, in time order. */
@Controller('enquiries/:reference/history')
@ForRoles('mash-analyst', 'mash-manager')
export class HistoryController {
  constructor(
    private readonly frame: EnquiryFrame,
    private readonly reasons: RatingReasonsReader,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const reasons = await this.reasons.read(request, open.enquiry);
    const view = historyView(open.enquiry, reasons, person.accountId, open.named);
    const template = 'journeys/enquiry/history/history.njk';
    return enquiryPage(open, { template, title: 'History', section: 'history', view });
  }
}
