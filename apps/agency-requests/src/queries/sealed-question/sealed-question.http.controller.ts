import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { SealedQuestion } from '@mash/contracts';
import { CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { RequestAccess } from '../../access/request-access';
import { RequestRepository } from '../../persistence/request.repository';

class SealedQuestionBody extends createZodDto(SealedQuestion) {}

@Controller('enquiries/:enquiryId/lines/:lineId/question')
export class SealedQuestionController {
  constructor(
    private readonly access: RequestAccess,
    private readonly requests: RequestRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** The words that a line would send, sealed, for whoever of the hub decides whether it may be asked: they open through `sharing` alone. */
  @Get()
  @ZodResponse({ type: SealedQuestionBody })
  async question(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
    @UuidParam('lineId') lineId: string,
  ) {
    await this.access.enquiryForHub(actor, enquiryId, 'question.read');
    const line = await this.requests.line(lineId);
    const request = await this.access.requestForHub(actor, line?.requestId ?? lineId, 'question.read');
    const [envelope] = line ? await this.requests.envelopesOf(line.requestId, [line.personId]) : [];
    if (!envelope || request.enquiryId !== enquiryId) throw notFound('RequestLine');
    const { requestId, agencyId } = request;
    const { envelopeId, personId, kid, envelope: text } = envelope;
    const subject = { type: 'RequestLine', id: lineId };
    const entry = { actor, action: 'question.read', subject, enquiryId, personIds: [personId] };
    await this.audit.recordRead({ ...entry, purpose: request.purpose, outcome: 'shown' });
    return { requestId, agencyId, personId, envelopeId, sealed: { kid, envelope: text } };
  }
}
