import { Controller, Get, Param, Req } from '@nestjs/common';
import { SharingClient } from '../../../api-clients/sharing.client';
import type { Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryFrame } from '../shared/enquiry-frame';
import { NoteReader } from '../shared/note-reader';
import { enquiryPage } from '../shared/enquiry-page';
import { unlessHad } from '../shared/unless-had';
import { historyView } from './history.presenter';
import { ratingNotes, REASONS_OF_RATINGS } from './rating-reasons';
import { taskNotes, WORDS_OF_TASKS } from './task-notes';

/** Ratings, thresholds, protections, decisions, tasks that were done: never altered, in time order. */
@Controller('enquiries/:reference/history')
@ForRoles('mash-analyst', 'mash-manager')
export class HistoryController {
  constructor(
    private readonly frame: EnquiryFrame,
    private readonly notes: NoteReader,
    private readonly sharing: SharingClient,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const { enquiry } = open;
    const steps = await this.sharing.taskSteps(request, enquiry.enquiryId).catch(unlessHad(enquiry));
    const [reasons, noted] = await Promise.all([
      this.notes.read(request, enquiry, ratingNotes(enquiry), REASONS_OF_RATINGS),
      this.notes.read(request, enquiry, taskNotes(steps ?? []), WORDS_OF_TASKS),
    ]);
    const words = new Map([...reasons, ...noted]);
    const view = historyView(enquiry, { words, steps: steps ?? 'not known' }, person.accountId, open.named);
    const template = 'journeys/enquiry/history/history.njk';
    return enquiryPage(open, { template, title: 'History', section: 'history', view });
  }
}
