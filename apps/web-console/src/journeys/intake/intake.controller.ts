import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ContactIntakeClient } from '../../api-clients/contact-intake.client';
import { Clock } from '../../clock';
import { page, redirect, type Answer } from '../../layout/page';
import { ForRoles } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import { requireId } from '../../session/require-id';
import { intakeView } from './intake-list.presenter';

/** The contact officer's door: what has come in, and whom to ring back. */
@Controller('intake')
@ForRoles('contact-officer')
export class IntakeController {
  constructor(
    private readonly intake: ContactIntakeClient,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: ConsoleRequest): Promise<Answer> {
    const [contacts, tasks] = await Promise.all([this.intake.contacts(request), this.intake.telephoneTasks(request)]);
    return page(
      'journeys/intake/intake.njk',
      { title: 'Intake', wide: true },
      intakeView(contacts, tasks, this.clock.now()),
    );
  }

  @Post('telephone-tasks/:task/done')
  async rung(@Param('task') taskId: string, @Req() request: ConsoleRequest): Promise<Answer> {
    await this.intake.telephoneTaskDone(request, requireId(taskId));
    return redirect('/intake');
  }
}
