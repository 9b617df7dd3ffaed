import type { FieldError } from '../../../forms/field-error';
import { textArea, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { agencyWords } from '../../../presenters/agency-words';
import type { SummaryRow } from '../../../presenters/summary-row';
import { itemRows } from '../../releasing/release.presenter';
import { ownPagePath } from '../../releasing/release-words';
import type { OpenedOwnItem } from '../own-items-page';
import { standsRows } from '../stands-words';
import type { SubjectForm } from './subject';
import { subjectPath } from './subjects';

/** One thing to say of an item: the item and what stands, the form, and what happens next, before anything is recorded. */
export interface SayOfItemView {
  readonly heading: string;
  readonly about: string;
  readonly text: string;
  readonly rows: readonly SummaryRow[];
  readonly stands: readonly SummaryRow[];
  readonly next: readonly string[];
  readonly lead: string | undefined;
  readonly whoMayRecord: boolean;
  readonly action: string;
  readonly statementId: string;
  readonly fields: readonly FieldView[];
  readonly button: string;
  readonly back: string;
}

export interface ToSay {
  readonly subject: SubjectForm;
  readonly opened: OpenedOwnItem;
  readonly statementId: string;
}

const reasonField = (posted: Posted | undefined, errors: readonly FieldError[]): FieldView =>
  textArea({
    ...{ name: 'reason', label: 'Why?', hint: 'It is sealed: it is read only if somebody asks why', rows: 3 },
    ...{ maxlength: 4000, value: posted?.text('reason'), errors },
  });

export function sayOfItemView(
  { subject, opened, statementId }: ToSay,
  posted: Posted | undefined,
  errors: readonly FieldError[],
): SayOfItemView {
  const { item, names, enquiryId } = opened;
  return {
    heading: subject.heading(item),
    about: `About ${names.get(item.personId) ?? 'a person on this enquiry'}, as you wrote it`,
    text: item.text,
    ...{ rows: itemRows(item), stands: standsRows(item), next: subject.next(opened) },
    lead: subject.lead?.(opened),
    whoMayRecord: subject.code === 'harm',
    action: subjectPath(enquiryId, item.itemId, subject.code),
    statementId,
    fields: [...subject.fields({ opened, posted, errors }), reasonField(posted, errors)],
    button: subject.button(item),
    back: ownPagePath(enquiryId),
  };
}

/** Both texts side by side, before the new one counts. */
export interface CheckWordsView {
  readonly before: string;
  readonly after: string;
  readonly who: string;
  readonly next: readonly string[];
  readonly action: string;
  readonly back: string;
  readonly carried: readonly { readonly name: string; readonly value: string }[];
}

const CARRIED = ['statementId', 'wording', 'who', 'recipient', 'hidesSource', 'reason'];

export const checkWordsView = ({ subject, opened }: ToSay, posted: Posted): CheckWordsView => ({
  before: opened.item.text,
  after: posted.text('wording'),
  who:
    posted.text('who') === 'one'
      ? `${agencyWords(posted.text('recipient'))} reads these words; everybody else reads what they read before.`
      : 'Everybody who may read this item reads these words instead.',
  next: subject.next(opened, posted),
  action: subjectPath(opened.enquiryId, opened.item.itemId, subject.code),
  back: ownPagePath(opened.enquiryId),
  carried: CARRIED.map((name) => ({ name, value: posted.text(name) })).filter(({ value }) => value !== ''),
});
