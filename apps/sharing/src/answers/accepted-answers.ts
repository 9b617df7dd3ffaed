import { AnswerFactsToCheck, type EnvelopeToOpen } from '@mash/contracts';
import { ServiceClient } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { rowsOfAnswer } from './answer-check';
import { CheckedAnswerRepository } from './checked-answer.repository';

/** Every answer that was accepted for an enquiry, fetched from its owner: what holds a letter must not hang on what its writer shows. */
@Injectable()
export class AcceptedAnswers {
  constructor(
    private readonly checked: CheckedAnswerRepository,
    private readonly services: ServiceClient,
  ) {}

  /** @param by accepted by then; all of them where it is left out */
  async of(enquiryId: string, by?: Date): Promise<EnvelopeToOpen[]> {
    const answerIds = await this.checked.acceptedOf(enquiryId, by);
    const answers = await Promise.all(
      answerIds.map((answerId) =>
        this.services.get('agency-requests', `/facts/answers/${answerId}`, {
          schema: AnswerFactsToCheck,
          scope: 'facts:read',
        }),
      ),
    );
    return answers.flatMap(rowsOfAnswer);
  }
}
