import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { IntroduceMyself } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { StaffRepository } from '../../persistence/staff.repository';

class IntroduceMyselfBody extends createZodDto(IntroduceMyself) {}

@Controller('staff/me')
export class IntroduceMyselfController {
  constructor(
    private readonly staff: StaffRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** At sign-in, so that colleagues can be named. Nobody introduces anybody else: account, roles and agency are the token's. */
  @Put()
  @HttpCode(204)
  async introduce(@CurrentPerson() actor: PersonActor, @Body() body: IntroduceMyselfBody): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.staff.saw(tx, actor, body, this.clock.now());
      const subject = { type: 'StaffMember', id: actor.id };
      await this.auditTrail.record(tx, { actor, action: 'staff.introduce', subject, outcome: 'done' });
    });
  }
}
