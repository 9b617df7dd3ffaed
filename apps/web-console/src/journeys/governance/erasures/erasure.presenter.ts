import type { Erasure } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { textField, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { momentWords } from '../../../presenters/clock-chip';
import { sealedWords } from '../../../presenters/sealed-words';
import type { SummaryRow } from '../../../presenters/summary-row';
import { reasonField } from '../shared/written-reason';
import type { Naming } from '../../../presenters/naming';
import { whoWords } from '../shared/who';

const SERVICES: Readonly<Record<string, string>> = {
  sharing: 'Keys destroyed: nothing that was sealed opens any more',
  'contact-intake': 'Names, searches, drafts and mail removed',
  decision: 'List of people, reasons and names of workers removed',
  'agency-requests': 'Questions, answers and drafts removed',
};

export interface ErasuresView {
  readonly heading: string;
  readonly rows: readonly {
    readonly href: string;
    readonly text: string;
    readonly stands: string;
    readonly isOpen: boolean;
  }[];
}

export interface ErasureView {
  readonly reference: string;
  readonly heading: string;
  readonly rows: readonly SummaryRow[];
  readonly parts: readonly { readonly text: string; readonly when: string; readonly isDone: boolean }[];
  readonly holds: readonly string[];
  readonly confirmAction?: string;
  readonly withdrawAction?: string;
  /** Why the reader cannot be the second person. */
  readonly notYou?: string;
}

const missing = ({ parts }: Erasure): number => parts.filter(({ doneAt }) => doneAt === undefined).length;

function standsAt(erasure: Erasure, at: (instant: string) => string): string {
  const { state, decidedAt = '', requestedAt, heldBy } = erasure;
  if (state === 'withdrawn') return `withdrawn ${at(decidedAt)}`;
  if (state === 'requested')
    return heldBy.length > 0 ? `stopped by ${heldBy.join(', ')}` : `waits for a second person since ${at(requestedAt)}`;
  const left = missing(erasure);
  return left === 0
    ? `done everywhere, ${at(decidedAt)}`
    : `${left} of ${erasure.parts.length} parts ${left === 1 ? 'is' : 'are'} not done yet`;
}

/** "What waits for a second person, and is what was erased gone everywhere?" */
export function erasuresView(erasures: readonly Erasure[], now: Date): ErasuresView {
  const at = (instant: string): string => momentWords(new Date(instant), now);
  const waiting = erasures.filter(({ state }) => state === 'requested').length;
  const unfinished = erasures.filter((one) => one.state === 'erased' && missing(one) > 0).length;
  const parts = [
    ...(waiting > 0 ? [`${waiting} ${waiting === 1 ? 'waits' : 'wait'} for a second person`] : []),
    ...(unfinished > 0 ? [`${unfinished} ${unfinished === 1 ? 'is' : 'are'} not done everywhere yet`] : []),
  ];
  return {
    heading: parts.length === 0 ? 'No erasure waits' : parts.join(', '),
    rows: erasures.map((erasure) => ({
      href: `/ig/erasures/${erasure.erasureId}`,
      text: `Enquiry ${erasure.enquiryReference}, ${erasure.retentionRule}`,
      stands: standsAt(erasure, at),
      isOpen: erasure.state === 'requested' || missing(erasure) > 0,
    })),
  };
}

function headingOf(erasure: Erasure): string {
  if (erasure.state === 'withdrawn') return 'This erasure was withdrawn';
  if (erasure.state === 'requested')
    return erasure.heldBy.length > 0 ? 'A legal hold stops this erasure' : 'This erasure waits for a second person';
  const left = missing(erasure);
  if (left === 0) return 'Erased everywhere';
  return `Erased; ${left} of ${erasure.parts.length} parts ${left === 1 ? 'is' : 'are'} not done yet`;
}

export interface Reader {
  readonly accountId: string;
  readonly mayConfirm: boolean;
  readonly mayWithdraw: boolean;
  readonly named?: Naming;
}

export function erasureView(erasure: Erasure, reader: Reader, now: Date): ErasureView {
  const at = (instant: string): string => momentWords(new Date(instant), now);
  const { erasureId, decidedAt, decidedBy, reason, doesNotOpen, requestedBy, heldBy, state } = erasure;
  const own = `/ig/erasures/${erasureId}`;
  const [isWaiting, isOwn] = [state === 'requested', requestedBy === reader.accountId];
  const why = sealedWords('reason', reason, doesNotOpen);
  const mayConfirm = isWaiting && heldBy.length === 0 && reader.mayConfirm && !isOwn && doesNotOpen === undefined;
  return {
    reference: erasure.enquiryReference,
    heading: headingOf(erasure),
    rows: [
      { key: 'Retention rule', value: erasure.retentionRule },
      {
        key: 'Asked for',
        value: `${at(erasure.requestedAt)}, by ${whoWords(requestedBy, reader.accountId, reader.named)}`,
      },
      ...(why === undefined ? [] : [{ key: 'Why', value: why }]),
      ...(decidedAt === undefined || decidedBy === undefined
        ? []
        : [
            {
              key: state === 'erased' ? 'Confirmed' : 'Withdrawn',
              value: `${at(decidedAt)}, by ${whoWords(decidedBy, reader.accountId, reader.named)}`,
            },
          ]),
      ...(erasure.keysDestroyed === undefined ? [] : [{ key: 'Keys destroyed', value: String(erasure.keysDestroyed) }]),
    ],
    parts: erasure.parts.map(({ service, doneAt }) => ({
      text: SERVICES[service] ?? service,
      when: doneAt === undefined ? 'Not yet. It follows by itself when the service answers' : at(doneAt),
      isDone: doneAt !== undefined,
    })),
    holds: heldBy,
    ...(mayConfirm && { confirmAction: `${own}/confirm` }),
    ...(isWaiting && reader.mayWithdraw && { withdrawAction: `${own}/withdraw` }),
    ...(isWaiting &&
      isOwn && { notYou: 'You asked for this. A second person must confirm it: a colleague, or a hub manager.' }),
  };
}

export const eraseFields = (posted: Posted | undefined, errors: readonly FieldError[]): FieldView[] => [
  textField({
    name: 'retentionRule',
    label: 'Rule of the retention schedule, or the request, that asks for it',
    hint: 'A reference with a number, such as RS-4.2. It lies in the clear and stays: no names',
    classes: 'govuk-input--width-20',
    maxlength: 40,
    value: posted?.text('retentionRule'),
    errors,
  }),
  reasonField('Why is it due?', 'The second person reads it. It is sealed, and goes with the enquiry.', posted, errors),
];
