import { isInReach, type Actor } from '@mash/authorisation';
import { AnswerFactsToCheck, LineFacts } from '@mash/contracts';
import { CurrentActor, notFound, RequiresScope, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { AnswerRepository } from '../../persistence/answer.repository';
import { RequestRepository } from '../../persistence/request.repository';

class LineFactsBody extends createZodDto(LineFacts) {}
class AnswerToCheck extends createZodDto(AnswerFactsToCheck) {}

/** What `sharing` needs to decide and to check, asked in its own name. Ids, codes and sealed envelopes: no name of anybody. */
@Controller('facts')
@RequiresScope('facts:read')
export class SharingFactsController {
  constructor(
    private readonly requests: RequestRepository,
    private readonly answers: AnswerRepository,
  ) {}

  @Get('lines/:lineId')
  @ZodResponse({ type: LineFactsBody })
  async line(@CurrentActor() actor: Actor, @UuidParam('lineId') lineId: string) {
    const line = await this.requests.line(lineId);
    const request = line && (await this.requests.find(line.requestId));
    const [envelope] = line ? await this.requests.envelopesOf(line.requestId, [line.personId]) : [];
    if (!line || !request || !envelope || !isInReach(actor, request.partnershipId)) throw notFound('RequestLine');
    const { requestId, enquiryId, partnershipId, agencyId, purpose, textHash, task, proposedBy, proposedAt } = request;
    const { personId, category, need, worry, wholeRecord, existenceOnly, crossBorder, state } = line;
    const beside = await this.requests.envelopesBeside(request, envelope.envelopeId);
    return {
      ...{
        lineId,
        requestId,
        enquiryId,
        partnershipId,
        agencyId,
        personId,
        category,
        purpose,
        need,
        ...(worry !== null && { worry }),
        wholeRecord,
        existenceOnly,
        crossBorder,
        state,
      },
      textRecorded: textHash,
      ...(task === 'unasked' ? { unasked: true as const } : task !== null && { task }),
      envelopeId: envelope.envelopeId,
      sealed: { kid: envelope.kid, envelope: envelope.envelope },
      beside: beside.map(({ kid, envelope: text, ...ids }) => ({
        ...{ requestId: ids.requestId, envelopeId: ids.envelopeId, personId: ids.personId },
        sealed: { kid, envelope: text },
      })),
      askedBy: proposedBy,
      askedAt: proposedAt.toISOString(),
    };
  }

  @Get('answers/:answerId')
  @ZodResponse({ type: AnswerToCheck })
  async answer(@CurrentActor() actor: Actor, @UuidParam('answerId') answerId: string) {
    const answer = await this.answers.find(answerId);
    const request = answer && (await this.requests.find(answer.requestId));
    if (!answer || !request || !isInReach(actor, request.partnershipId)) throw notFound('Answer');
    const envelopes = await this.answers.envelopesOf([answerId]);
    const { requestId, enquiryId, partnershipId, agencyId } = request;
    return {
      ...{ answerId, requestId, enquiryId, partnershipId, agencyId },
      answeredBy: { kind: answer.answeredKind, id: answer.answeredBy },
      envelopes: envelopes.map(({ envelopeId, personId, kid, envelope }) => ({
        envelopeId,
        personId,
        sealed: { kid, envelope },
      })),
    };
  }
}
