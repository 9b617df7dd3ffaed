import { Controller, Get, Req } from '@nestjs/common';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { page, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { TASK_ROLES } from '../task-roles';
import { TaskPeople } from '../task-people';
import { taskListView } from './task-list.presenter';

/** What this person owes because of sharing decisions. */
@Controller('tasks')
@ForRoles(...TASK_ROLES)
export class TaskListController {
  constructor(
    private readonly sharing: SharingClient,
    private readonly people: TaskPeople,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Req() request: ConsoleRequest): Promise<Answer> {
    const tasks = await this.sharing.myObligations(request);
    const view = taskListView(tasks, this.clock.now(), await this.people.onRosters(request, tasks));
    return page('journeys/tasks/list/task-list.njk', { title: 'Tasks', wide: true }, view);
  }
}
