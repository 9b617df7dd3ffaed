import type { AgreementDetail, DraftReplaced } from '@mash/contracts';
import { textArea, type FieldView } from '../../../forms/field-view';
import { momentWords } from '../../../presenters/clock-chip';
import type { DraftForm } from './draft.form';

export interface DraftView {
  readonly heading: string;
  /** That a draft which saving would replace is there already. */
  readonly inTheWay: string | undefined;
  /** The draft that whoever writes has read: another is not replaced unseen. */
  readonly replaces: DraftReplaced;
  readonly field: FieldView;
  readonly action: string;
}

const ROWS = 30;

const STEPS_OF_A_DRAFT: readonly AgreementDetail['history'][number]['step'][] = ['drafted', 'discarded', 'proposed'];

function newestSaved(history: AgreementDetail['history']): AgreementDetail['history'][number] | undefined {
  const newest = history.findLast(({ step }) => STEPS_OF_A_DRAFT.includes(step));
  return newest?.step === 'drafted' ? newest : undefined;
}

/** Which draft lies there now, as the service tells drafts apart. */
export const draftThatIsThere = (history: AgreementDetail['history']): DraftReplaced =>
  newestSaved(history)?.at ?? 'none';

/** Of an agreement whose draft lies there: whose it is and since when. A draft that went out or was dropped has a later step: they are told oldest first. */
export function draftInTheWay(
  { state, history }: Pick<AgreementDetail, 'state' | 'history'>,
  now: Date,
): string | undefined {
  const newest = newestSaved(history);
  if (state === 'draft' || newest === undefined) return undefined;
  const who = newest.byName ?? 'Somebody';
  return `${who} saved a draft of version ${newest.version} ${momentWords(new Date(newest.at), now)}. Saving here replaces it: open that draft to go on with it.`;
}

export const draftView = ({ text, replaces, errors }: DraftForm, inTheWay?: string): DraftView => ({
  inTheWay,
  replaces,
  heading: errors.length === 0 ? 'Draft a version' : 'This draft cannot be saved yet',
  field: textArea({
    ...{ name: 'text', label: 'The agreement', value: text, rows: ROWS, errors },
    hint: 'Write here, or paste a file: ours (YAML or JSON), or a MAIS sharing policy or request. A draft replaces the draft of the same agreement, once you have been told of it. Before you send it out, those who keep agreements and information governance read it, and no party.',
  }),
  action: '/agreements/manage/draft',
});
