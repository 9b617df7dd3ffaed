import type { PersonActor } from '@mash/authorisation';
import { WorkerRegister, WorkerRegisterKept } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Body, Controller, Put } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { ImportWorkerRegisterHandler } from './import-worker-register.handler';

class WorkerRegisterBody extends createZodDto(WorkerRegister) {}
class WorkerRegisterAnswer extends createZodDto(WorkerRegisterKept) {}

@Controller('worker-register')
export class ImportWorkerRegisterController {
  constructor(private readonly handler: ImportWorkerRegisterHandler) {}

  /** The whole register of allocated workers, with the time of which it tells the truth. 409 INTAKE.REGISTER_OLDER. */
  @Put()
  @ZodResponse({ type: WorkerRegisterAnswer, status: 200 })
  import(@Body() register: WorkerRegisterBody, @CurrentPerson() actor: PersonActor) {
    return this.handler.execute(register, actor);
  }
}
