import type { RequestDetail, RequestLine } from '@mash/contracts';
import { HELD_WORDS, RECALLED_WORDS } from '../worklist/stopped-words';

/** A request of which nothing is to be answered: recalled, or on hold until a human of the hub has looked. */
export interface StoppedView {
  readonly heading: string;
  readonly reference: string;
  readonly lines: readonly string[];
  /** Where what was typed already can be destroyed. */
  readonly destroyAction: string | undefined;
}

export function stoppedView(
  { requestId, enquiryReference }: Pick<RequestDetail, 'requestId' | 'enquiryReference'>,
  stopped: readonly Pick<RequestLine, 'state'>[],
  hasDraft: boolean,
): StoppedView {
  const isHeld = stopped.some(({ state }) => state === 'held');
  return {
    heading: isHeld ? HELD_WORDS : RECALLED_WORDS,
    reference: enquiryReference,
    lines: isHeld
      ? ['A person in the hub looks again at whether you may be asked.', 'You owe nothing meanwhile, and are not late.']
      : ['The reason for asking you is gone.', 'You owe nothing. Destroy what you noted about this request.'],
    destroyAction: hasDraft ? `/requests/${requestId}/destroy-draft` : undefined,
  };
}
