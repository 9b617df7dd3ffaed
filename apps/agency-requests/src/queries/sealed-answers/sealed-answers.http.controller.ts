import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { SealedAnswers } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { NamedAgencies } from '../../access/named-agencies';
import { RequestAccess } from '../../access/request-access';
import { AnswerRepository } from '../../persistence/answer.repository';
import { RequestRepository } from '../../persistence/request.repository';

class SealedAnswersBody extends createZodDto(SealedAnswers) {}

@Controller('enquiries/:enquiryId/answers')
export class SealedAnswersController {
  constructor(
    private readonly access: RequestAccess,
    private readonly requests: RequestRepository,
    private readonly named: NamedAgencies,
    private readonly answers: AnswerRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** The answers as they lie here, of agencies that the reader may know of: an envelope names its agency. Sealed. They open through `sharing` alone, item by item. */
  @Get()
  @ZodResponse({ type: SealedAnswersBody })
  async list(@CurrentPerson() actor: PersonActor, @UuidParam('enquiryId') enquiryId: string) {
    await this.access.enquiryForHub(actor, enquiryId, 'answer.list');
    const { requests } = await this.named.of(actor, await this.requests.ofEnquiry(enquiryId));
    const rows = await this.answers.ofRequests(requests.map(({ requestId }) => requestId));
    const envelopes = await this.answers.envelopesOf(rows.map(({ answerId }) => answerId));
    const answers = rows.map((row) => {
      const request = requests.find(({ requestId }) => requestId === row.requestId);
      return {
        answerId: row.answerId,
        requestId: row.requestId,
        agencyId: request?.agencyId ?? '',
        agencyName: request?.agencyName ?? '',
        receivedAt: row.receivedAt.toISOString(),
        complete: row.complete,
        late: row.late,
        state: row.state,
        ...(row.rejectedBecause && { rejectedBecause: row.rejectedBecause }),
        envelopes: envelopes
          .filter(({ answerId }) => answerId === row.answerId)
          .map(({ envelopeId, personId, kid, envelope }) => ({ envelopeId, personId, sealed: { kid, envelope } })),
      };
    });
    const subject = { type: 'Enquiry', id: enquiryId };
    await this.audit.recordRead({
      actor,
      action: 'answer.list',
      subject,
      enquiryId,
      outcome: 'shown',
      counts: { answers: answers.length },
    });
    return { answers };
  }
}
