import { momentWords } from '../../presenters/clock-chip';
import { letterState, type Told } from '../deciding/shared/told-of';
import { enquiryPath } from '../enquiry/shared';

/** "Has the referrer been told?" */
export interface ToldAlreadyView {
  readonly heading: string;
  readonly words: string;
  /** What was written meanwhile, and goes nowhere. */
  readonly note: string | undefined;
  readonly decisionHref: string;
}

/** That a letter was written is not that anybody was told: why it waits is for whoever has to let it go. */
function saidOf(told: Told, now: Date): Pick<ToldAlreadyView, 'heading' | 'words'> {
  const { sentAt } = told;
  const state = letterState(told);
  const at = (instant: string): string => momentWords(new Date(instant), now);
  if (state.is === 'withheld')
    return {
      heading: 'It is recorded that the referrer is told nothing',
      words: `It was recorded ${at(sentAt)}. Nothing is sent.`,
    };
  if (state.is === 'held')
    return {
      heading: 'A letter to the referrer waits',
      words: `A letter waits: nothing has been sent yet. It was written ${at(sentAt)}, and goes by itself as soon as it may, or once whoever has to let it go does. If it is not let go, you can write another here.`,
    };
  if (state.is === 'delivered')
    return { heading: 'The referrer has been told', words: `The referrer was told ${at(state.at)}.` };
  return {
    heading: 'A letter to the referrer is on its way',
    words: `It was written ${at(sentAt)}, and is not delivered yet.`,
  };
}

export const toldAlreadyView = (given: {
  readonly reference: string;
  readonly told: Told;
  readonly note?: string | undefined;
  readonly now: Date;
}): ToldAlreadyView => ({
  ...saidOf(given.told, given.now),
  note: given.note,
  decisionHref: enquiryPath(given.reference, '/decision'),
});
