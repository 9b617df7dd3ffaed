import { momentWords } from '../../presenters/clock-chip';
import { letterState, type Told } from '../deciding/shared/told-of';
import { enquiryPath } from '../enquiry/shared';

/** "Has the referrer been told?" */
export interface ToldAlreadyView {
  readonly heading: string;
  readonly words: string;
  /** What was written meanwhile, and goes nowhere. */
  readonly note: string | undefined;
  /** To take back a letter that waits. */
  readonly instead: readonly { readonly text: string; readonly href: string }[];
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
      words: `A letter waits: nothing has been sent yet. It was written ${at(sentAt)}, and goes by itself as soon as it may, or once whoever has to let it go does.`,
    };
  if (state.is === 'delivered')
    return {
      heading: state.by === 'email' ? 'The referrer has been told' : 'A letter to the referrer was written',
      words: `${state.words}, ${at(state.at)}.`,
    };
  return {
    heading: 'A letter to the referrer is on its way',
    words: `It was written ${at(sentAt)}, and is not delivered yet.`,
  };
}

/** Only while it waits: what was sent cannot be taken back. */
function insteadOf(told: Told, reference: string): ToldAlreadyView['instead'] {
  if (letterState(told).is !== 'held' || told.letterId === undefined) return [];
  const [path, replaces] = [enquiryPath(reference, '/feedback'), `replaces=${told.letterId}`];
  return [
    { text: 'Write another letter instead', href: `${path}?${replaces}` },
    {
      text: 'Do not send it, and record why the referrer is told nothing',
      href: `${path}?extent=withheld&${replaces}`,
    },
  ];
}

export const toldAlreadyView = (given: {
  readonly reference: string;
  readonly told: Told;
  readonly note?: string | undefined;
  readonly now: Date;
}): ToldAlreadyView => ({
  ...saidOf(given.told, given.now),
  note: given.note,
  instead: insteadOf(given.told, given.reference),
  decisionHref: enquiryPath(given.reference, '/decision'),
});
