import { AnswerFactsToCheck, type EnvelopeToOpen } from '@mash/contracts';
import { ServiceClient, ServiceRefusal } from '@mash/service-host';
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

  /**
   * One that its owner does not know any more is left out, and holds nobody up: what is missing of it is found by what was accepted (`unreadOf`).
   * @param by accepted by then; all of them where it is left out
   */
  async of(enquiryId: string, by?: Date): Promise<EnvelopeToOpen[]> {
    return this.these(await this.checked.acceptedOf(enquiryId, by));
  }

  /** Those of these answers that lie there. */
  async these(answerIds: readonly string[]): Promise<EnvelopeToOpen[]> {
    const rows = await Promise.all(answerIds.map((answerId) => this.rowsOf(answerId)));
    return rows.flat();
  }

  private async rowsOf(answerId: string): Promise<EnvelopeToOpen[]> {
    const call = { schema: AnswerFactsToCheck, scope: 'facts:read' };
    try {
      return rowsOfAnswer(await this.services.get('agency-requests', `/facts/answers/${answerId}`, call));
    } catch (error) {
      if (error instanceof ServiceRefusal && error.status === 404) return [];
      throw error;
    }
  }
}
