import type { SendFeedback } from '@mash/contracts';
import { refuse } from './refuse';

/** The referrer hears what the rules allow, or the reason why not is recorded: one of the two, never neither. @throws DecisionRefusal */
export function checkFeedback({ extent, withheldReason, letterId }: SendFeedback): void {
  if (extent !== 'withheld') {
    if (withheldReason !== undefined)
      refuse('NOT_WITHHELD', 'A reason to withhold was given, and the feedback is not withheld.');
    if (letterId === undefined) refuse('LETTER_NEEDED', 'Every telling is a letter that is decided on first.');
    return;
  }
  if (withheldReason === undefined) refuse('WITHHELD_REASON_NEEDED', 'Say why the referrer is told nothing.');
  if (letterId !== undefined) refuse('WITHHELD_WITH_LETTER', 'Nothing is sent where feedback is withheld.');
}
