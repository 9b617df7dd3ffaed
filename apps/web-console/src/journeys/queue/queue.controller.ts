import { Controller, Get, Post, Query, Req } from '@nestjs/common';
import { DecisionClient } from '../../api-clients/decision.client';
import { Clock } from '../../clock';
import { Colleagues } from '../../layout/colleagues';
import { HANDLING } from '../../layout/handling-line';
import { page, redirect, type Answer } from '../../layout/page';
import { ForRoles, Person } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import type { SignedInPerson } from '../../session/signed-in-person';
import { nextStepLink } from '../enquiry/shared/next-step';
import { queuePageOf, queueViewOf } from './queue-views';
import { queueView } from './queue.presenter';

/** The hub's queue: what to touch next. */
@Controller('queue')
@ForRoles('mash-analyst', 'mash-manager')
export class QueueController {
  constructor(
    private readonly decision: DecisionClient,
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Query('view') asked: unknown,
    @Query('page') pageAsked: unknown,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const view = queueViewOf(asked);
    const [queue, named] = await Promise.all([
      this.decision.queue(request, view, queuePageOf(pageAsked)),
      this.colleagues.of(request),
    ]);
    const given = { queue, view, readerId: person.accountId, named, now: this.clock.now() };
    const frame = { title: 'Queue', wide: true, handling: HANDLING.hubOnly };
    return page('journeys/queue/queue.njk', frame, queueView(given));
  }

  /** Claims the top row and opens its next step. */
  @Post('take-next')
  async takeNext(@Req() request: ConsoleRequest): Promise<Answer> {
    const taken = await this.decision.takeNext(request);
    if (taken === undefined) return redirect('/queue?view=unclaimed');
    return redirect(nextStepLink({ ...taken, lateAgencies: [] }).href);
  }
}
