import { AuditTrail } from '@mash/audit-client';
import type { Actor } from '@mash/authorisation';
import { RequestDetail } from '@mash/contracts';
import { Clock, CurrentActor, notFound, PeopleToo, RequiresScope, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { RequestAccess } from '../../access/request-access';
import { AnswerKeys } from '../../agencies/answer-keys';
import { RequestRepository } from '../../persistence/request.repository';
import { isOpenToAgency, issuedLines, RequestViews } from '../request-views';

class RequestDetailBody extends createZodDto(RequestDetail) {}

@Controller('requests/:requestId')
export class RequestDetailController {
  constructor(
    private readonly access: RequestAccess,
    private readonly requests: RequestRepository,
    private readonly views: RequestViews,
    private readonly answerKeys: AnswerKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** One request as the asked agency may see it: envelopes only of people with a permitted line, and the key to answer to, which whoever seals verifies. */
  @Get()
  @ZodResponse({ type: RequestDetailBody })
  @RequiresScope('requests:read')
  @PeopleToo()
  async detail(@CurrentActor() actor: Actor, @UuidParam('requestId') requestId: string) {
    const row = await this.access.requestForAgency(actor, requestId, 'request.read');
    const [view] = await this.views.of([row], this.clock.now(), issuedLines);
    if (view === undefined) throw notFound('AgencyRequest');
    const personIds = [...new Set(view.lines.map(({ personId }) => personId))];
    const open = view.lines.filter(({ state }) => isOpenToAgency(state)).map(({ personId }) => personId);
    const envelopes = await this.requests.envelopesOf(requestId, [...new Set(open)]);
    const answerKey = await this.answerKeys.ofRequest(row);
    const subject = { type: 'AgencyRequest', id: requestId };
    await this.audit.recordRead({
      actor,
      action: 'request.read',
      subject,
      enquiryId: row.enquiryId,
      personIds,
      purpose: row.purpose,
      outcome: 'shown',
    });
    return {
      ...view,
      envelopes: envelopes.map(({ envelopeId, personId, kid, envelope }) => ({
        envelopeId,
        personId,
        sealed: { kid, envelope },
      })),
      ...(answerKey && { answerKey }),
    };
  }
}
