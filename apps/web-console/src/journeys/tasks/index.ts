import { DoTaskController } from './do/do-task.controller';
import { TaskListController } from './list/task-list.controller';

export const tasks = { controllers: [DoTaskController, TaskListController], providers: [] };
