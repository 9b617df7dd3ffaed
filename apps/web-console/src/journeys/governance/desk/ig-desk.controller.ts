import { Controller, Get, Req } from '@nestjs/common';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { page, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { partOfPage } from '../shared/part-of-page';
import { erasureAndRowQueues } from './erasures-and-rows';
import { releasedByHumans } from './released-by-humans';
import { unusualQueue } from './unusual-queue';
import { igDeskView } from './ig-desk.presenter';

/** Where information governance starts: what needs judgement, the oldest first. */
@Controller('ig')
@ForRoles('ig-officer', 'auditor')
export class IgDeskController {
  constructor(
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Person() person: SignedInPerson, @Req() request: ConsoleRequest): Promise<Answer> {
    const [reviews, released, overrides, agreements, erasures, rows, unusual] = await Promise.all([
      partOfPage(this.sharing.reviews(request)),
      partOfPage(this.sharing.releasedReviews(request)),
      partOfPage(this.sharing.overrides(request)),
      partOfPage(this.sharing.agreements(request)),
      partOfPage(this.sharing.erasures(request)),
      partOfPage(this.sharing.newestRowCheck(request)),
      partOfPage(this.sharing.unusualLooking(request)),
    ]);
    const now = this.clock.now();
    const readsEnvelopes = person.roles.includes('ig-officer');
    const byHumans = releasedByHumans(released, overrides, now);
    const desk = igDeskView(reviews, agreements, now, byHumans, [
      ...erasureAndRowQueues(erasures, rows, now),
      unusualQueue(unusual, now),
    ]);
    const view = { ...desk, readsEnvelopes };
    return page('journeys/governance/desk/ig-desk.njk', { title: 'Information governance', section: '/ig' }, view);
  }
}
