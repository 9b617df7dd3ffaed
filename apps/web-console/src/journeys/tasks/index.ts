import { DoTaskController } from './do/do-task.controller';
import { TaskListController } from './list/task-list.controller';
import { TaskPeople } from './task-people';

export const tasks = { controllers: [DoTaskController, TaskListController], providers: [TaskPeople] };
