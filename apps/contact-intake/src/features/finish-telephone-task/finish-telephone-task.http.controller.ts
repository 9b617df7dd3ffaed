import type { PersonActor } from '@mash/authorisation';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { FinishTelephoneTaskHandler } from './finish-telephone-task.handler';

@Controller('telephone-tasks')
export class FinishTelephoneTaskController {
  constructor(private readonly handler: FinishTelephoneTaskHandler) {}

  /** The caller was told by telephone. */
  @Post(':taskId/done')
  @HttpCode(204)
  finish(@UuidParam('taskId') taskId: string, @CurrentPerson() actor: PersonActor): Promise<void> {
    return this.handler.execute(taskId, actor);
  }
}
