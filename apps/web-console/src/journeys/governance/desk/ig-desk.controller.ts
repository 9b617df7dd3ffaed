import { Controller, Get, Req } from '@nestjs/common';
import { DecisionClient } from '../../../api-clients/decision.client';
import { GovernanceClient } from '../../../api-clients/governance.client';
import { AgreementsClient } from '../../../api-clients/agreements.client';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { page, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { glassQueue } from '../broken-glass/broken-glass.presenter';
import { partOfPage } from '../shared/part-of-page';
import { breachQueue } from '../../breaches/list/breach-queue';
import { erasureAndRowQueues } from './erasures-and-rows';
import { releasedByHumans } from './released-by-humans';
import { unusualQueue } from './unusual-queue';
import { igDeskView } from './ig-desk.presenter';
import { legalFrameLine } from './legal-frame-line';

/** Where information governance starts: what needs judgement, the oldest first. */
@Controller('ig')
@ForRoles('ig-officer', 'auditor')
export class IgDeskController {
  constructor(
    private readonly agreements: AgreementsClient,
    private readonly sharing: SharingClient,
    private readonly governance: GovernanceClient,
    private readonly decision: DecisionClient,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Person() person: SignedInPerson, @Req() request: ConsoleRequest): Promise<Answer> {
    const [reviews, released, overrides, agreements, erasures, rows, unusual, breaches, glass, frame] =
      await Promise.all([
        partOfPage(this.sharing.reviews(request)),
        partOfPage(this.sharing.releasedReviews(request)),
        partOfPage(this.sharing.overrides(request)),
        partOfPage(this.agreements.agreements(request)),
        partOfPage(this.governance.erasures(request)),
        partOfPage(this.governance.newestRowCheck(request)),
        partOfPage(this.governance.unusualLooking(request)),
        partOfPage(this.governance.breaches(request)),
        partOfPage(this.decision.brokenGlass(request)),
        partOfPage(this.governance.legalFrame(request)),
      ]);
    const now = this.clock.now();
    const readsEnvelopes = person.roles.includes('ig-officer');
    const byHumans = releasedByHumans(released, overrides, now);
    const desk = igDeskView(reviews, agreements, now, byHumans, [
      breachQueue(breaches, now),
      ...erasureAndRowQueues(erasures, rows, now),
      unusualQueue(unusual, now),
      glassQueue(glass, now),
    ]);
    const view = { ...desk, readsEnvelopes, legalFrame: legalFrameLine(frame) };
    return page('journeys/governance/desk/ig-desk.njk', { title: 'Information governance', section: '/ig' }, view);
  }
}
