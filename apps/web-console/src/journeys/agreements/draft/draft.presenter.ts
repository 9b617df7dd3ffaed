import type { AgreementDetail } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { textArea, type FieldView } from '../../../forms/field-view';
import { momentWords } from '../../../presenters/clock-chip';

export interface DraftView {
  readonly heading: string;
  /** That a draft which saving would replace is there already. */
  readonly inTheWay: string | undefined;
  readonly field: FieldView;
  readonly action: string;
}

const ROWS = 30;

const STEPS_OF_A_DRAFT: readonly AgreementDetail['history'][number]['step'][] = ['drafted', 'discarded', 'proposed'];

/** Of an agreement whose draft lies there: whose it is and since when. A draft that went out or was dropped has a later step: they are told oldest first. */
export function draftInTheWay(
  { state, history }: Pick<AgreementDetail, 'state' | 'history'>,
  now: Date,
): string | undefined {
  const newest = history.findLast(({ step }) => STEPS_OF_A_DRAFT.includes(step));
  if (state === 'draft' || newest?.step !== 'drafted') return undefined;
  const who = newest.byName ?? 'Somebody';
  return `${who} saved a draft of version ${newest.version} ${momentWords(new Date(newest.at), now)}. Saving here replaces it: open that draft to go on with it.`;
}

export const draftView = (text: string, errors: readonly FieldError[], inTheWay?: string): DraftView => ({
  inTheWay,
  heading: errors.length === 0 ? 'Draft a version' : 'This draft cannot be saved yet',
  field: textArea({
    ...{ name: 'text', label: 'The agreement', value: text, rows: ROWS, errors },
    hint: 'Write here, or paste a file: ours (YAML or JSON), or a MAIS sharing policy or request. A draft replaces the draft of the same agreement. Before you send it out, those who keep agreements and information governance read it, and no party.',
  }),
  action: '/agreements/manage/draft',
});
