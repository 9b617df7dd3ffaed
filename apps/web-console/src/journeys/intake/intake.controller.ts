import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ContactIntakeClient } from '../../api-clients/contact-intake.client';
import { Clock } from '../../clock';
import { HANDLING } from '../../layout/handling-line';
import { page, redirect, type Answer } from '../../layout/page';
import { ForRoles } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import { PageNotFound } from '../../session/page-not-found';
import { requireId } from '../../session/require-id';
import { ContactReader } from '../enquiry/contact/contact-reader';
import { intakeView } from './intake-list.presenter';
import { ringBackView } from './ring-back.presenter';

/** The contact officer's door: what has come in, and whom to ring back. */
@Controller('intake')
@ForRoles('contact-officer')
export class IntakeController {
  constructor(
    private readonly intake: ContactIntakeClient,
    private readonly contacts: ContactReader,
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

  /** Who is to be rung opens here, to whoever rings, while they have to be. */
  @Get('telephone-tasks/:task')
  async ring(@Param('task') id: string, @Req() request: ConsoleRequest): Promise<Answer> {
    const taskId = requireId(id);
    const task = (await this.intake.telephoneTasks(request)).find((one) => one.taskId === taskId);
    if (task?.doneAt !== undefined || task === undefined) throw new PageNotFound();
    const detail = await this.intake.contact(request, task.reference);
    const caller = await this.contacts.caller(request, detail, 'FEEDBACK');
    const frame = { title: `Ring back, ${task.reference}`, section: '/intake', back: '/intake' };
    const view = ringBackView(task, caller, this.clock.now());
    return page('journeys/intake/ring-back.njk', { ...frame, handling: HANDLING.hubOnly }, view);
  }

  @Post('telephone-tasks/:task/done')
  async rung(@Param('task') taskId: string, @Req() request: ConsoleRequest): Promise<Answer> {
    await this.intake.telephoneTaskDone(request, requireId(taskId));
    return redirect('/intake');
  }
}
