import type { RequestDetail } from '@mash/contracts';
import { sayPath } from '../recalls/shared/recall-words';
import { momentWords } from '../../presenters/clock-chip';

/** "Do they have it?" No names. */
export interface AnswerReceiptView {
  readonly heading: string;
  readonly reference: string;
  readonly lines: readonly string[];
  readonly restHref: string | undefined;
  /** Where one says that the answer is about the wrong person, or went to the wrong place. */
  readonly wrongHref: string;
}

export function answerReceiptView(detail: RequestDetail, now: Date): AnswerReceiptView {
  const { state, answeredAt, late, decided, requestId, enquiryId, enquiryReference } = detail;
  const isPart = state === 'part_answered';
  const when = answeredAt === undefined ? '' : `The hub has had it since ${momentWords(new Date(answeredAt), now)}.`;
  return {
    heading: isPart ? 'Your part answer is sent' : 'Your answer is sent',
    reference: enquiryReference,
    lines: [
      when,
      late ? 'It came after the time that was agreed.' : 'It is in time.',
      ...(decided ? ['The hub had decided already: your answer flags the decision, and they look again.'] : []),
      'It is sealed. The sharing service checks it now; if something does not fit, the request comes back to your worklist.',
      'If you learn more, tell the hub.',
    ],
    wrongHref: sayPath(enquiryId, 'answer', requestId, `/requests/${requestId}/answered`),
    restHref: isPart ? `/requests/${requestId}/answer` : undefined,
  };
}
