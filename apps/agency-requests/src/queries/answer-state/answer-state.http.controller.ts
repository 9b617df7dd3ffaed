import { AuditTrail } from '@mash/audit-client';
import type { Actor } from '@mash/authorisation';
import { AnswerStateView } from '@mash/contracts';
import { CurrentActor, notFound, PeopleToo, RequiresScope, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { RequestAccess } from '../../access/request-access';
import { AnswerRepository } from '../../persistence/answer.repository';

class AnswerStateBody extends createZodDto(AnswerStateView) {}

@Controller('requests/:requestId/answers/:answerId')
export class AnswerStateController {
  constructor(
    private readonly access: RequestAccess,
    private readonly answers: AnswerRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** What became of an answer, for the agency that gave it: a system learns here that it was refused, and why. */
  @Get()
  @RequiresScope('requests:answer')
  @PeopleToo()
  @ZodResponse({ type: AnswerStateBody })
  async state(
    @CurrentActor() actor: Actor,
    @UuidParam('requestId') requestId: string,
    @UuidParam('answerId') answerId: string,
  ) {
    const { enquiryId } = await this.access.requestForAgency(actor, requestId, 'answer.read-state');
    const answer = await this.answers.find(answerId);
    if (answer?.requestId !== requestId) throw notFound('Answer');
    const subject = { type: 'Answer', id: answerId };
    await this.audit.recordRead({ actor, action: 'answer.read-state', subject, enquiryId, outcome: 'shown' });
    const { state, receivedAt, late, complete, rejectedBecause } = answer;
    return {
      ...{ answerId, state, receivedAt: receivedAt.toISOString(), late, complete },
      ...(rejectedBecause !== null && { rejectedBecause }),
    };
  }
}
