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
import { auditorsDesk, igDeskView, type DeskQueue } from './ig-desk.presenter';
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
    const isOfficer = person.roles.includes('ig-officer');
    const now = this.clock.now();
    const [seen, judged, frame] = await Promise.all([
      this.seenByBoth(request, now),
      isOfficer ? this.judgedByOfficer(request) : undefined,
      partOfPage(this.governance.legalFrame(request)),
    ]);
    const desk =
      judged === undefined
        ? auditorsDesk(seen)
        : igDeskView(
            judged.reviews,
            judged.agreements,
            now,
            releasedByHumans(judged.released, judged.overrides, now),
            seen,
          );
    const view = { ...desk, isOfficer, legalFrame: legalFrameLine(frame) };
    return page('journeys/governance/desk/ig-desk.njk', { title: 'Information governance', section: '/ig' }, view);
  }

  private async seenByBoth(request: ConsoleRequest, now: Date): Promise<DeskQueue[]> {
    const [erasures, rows, unusual, breaches, glass] = await Promise.all([
      partOfPage(this.governance.erasures(request)),
      partOfPage(this.governance.newestRowCheck(request)),
      partOfPage(this.governance.unusualLooking(request)),
      partOfPage(this.governance.breaches(request)),
      partOfPage(this.decision.brokenGlass(request)),
    ]);
    return [
      breachQueue(breaches, now),
      ...erasureAndRowQueues(erasures, rows, now),
      unusualQueue(unusual, now),
      glassQueue(glass, now),
    ];
  }

  /** Not asked for an auditor: refused or empty, it would read as if there were nothing. */
  private async judgedByOfficer(request: ConsoleRequest) {
    const [reviews, released, overrides, agreements] = await Promise.all([
      partOfPage(this.sharing.reviews(request)),
      partOfPage(this.sharing.releasedReviews(request)),
      partOfPage(this.sharing.overrides(request)),
      partOfPage(this.agreements.agreements(request)),
    ]);
    return { reviews, released, overrides, agreements };
  }
}
