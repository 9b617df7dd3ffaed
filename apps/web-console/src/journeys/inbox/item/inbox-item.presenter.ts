import type { InboxItem, OpenedProduct } from '@mash/contracts';
import { londonDateTime } from '@mash/clocks';
import type { z } from 'zod';
import type { FieldError } from '../../../forms/field-error';
import { radios, textArea, textField, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import type { ClockChip } from '../../../presenters/clock-chip';
import { ratingChip, type RatingChip } from '../../../presenters/rating-chip';
import type { SummaryRow } from '../../../presenters/summary-row';
import type { ToAccept } from '../../../presenters/to-accept';
import { answerClock } from '../answer-clock';
import { sayPath } from '../../recalls/shared/recall-words';
import { askedWords } from '../asked-words';
import { productView, THERE_MAY_BE_MORE, type ProductView } from '../product.presenter';
import { teamWords } from '../team-words';
import { RETURN_REASONS } from './return.form';

/** "Ours?" What is asked, what the hub tells, the clock and the original dates. */
export interface InboxItemView {
  readonly reference: string;
  readonly heading: string;
  readonly rating: RatingChip;
  readonly clock: ClockChip;
  readonly dates: readonly SummaryRow[];
  readonly product?: ProductView;
  /** What is read and accepted before the rest of the handover shows. */
  readonly accept?: ToAccept & { readonly action: string };
  readonly noProduct: string;
  /** Where one says that it is about the wrong person, or should not have come. */
  readonly wrongHref: string | undefined;
  readonly more: string;
  /** Absent once the case has been taken or returned. */
  readonly answer?: {
    readonly accept: FieldView;
    readonly giveBack: readonly FieldView[];
    readonly action: string;
    readonly isReturnOpen: boolean;
  };
}

export interface InboxItemGiven {
  readonly item: InboxItem;
  readonly product: z.infer<typeof OpenedProduct> | undefined;
  /** That it was recalled: when, and whom to ask. */
  readonly recalled?: string;
  readonly posted?: Posted;
  readonly errors?: readonly FieldError[];
  readonly now: Date;
}

function headingOf({ team, state, workerName }: InboxItem): string {
  if (state === 'accepted')
    return workerName === undefined ? 'Your team took this case' : `${workerName} has this case`;
  return state === 'returned' ? 'You returned this case' : `The hub asks ${teamWords(team)} to take this case`;
}

function answerOf({ item, posted, errors = [] }: InboxItemGiven): InboxItemView['answer'] {
  return {
    accept: textField({
      name: 'workerName',
      label: 'Worker who takes it',
      hint: 'Their full name. The family is told this name.',
      classes: 'govuk-input--width-20',
      maxlength: 100,
      value: posted?.text('workerName'),
      errors,
    }),
    action: `/inbox/${item.routeId}`,
    giveBack: [
      radios({
        name: 'reasonCode',
        label: 'Why do you return it?',
        options: RETURN_REASONS,
        value: posted?.text('reasonCode'),
        errors,
      }),
      textArea({
        name: 'words',
        label: 'Tell the hub why, in your own words',
        hint: 'Sealed: only the hub can open it',
        maxlength: 4_000,
        value: posted?.text('words'),
        errors,
      }),
    ],
    isReturnOpen: errors.some(({ field }) => field === 'reasonCode' || field === 'words'),
  };
}

function handoverOf({ routeId }: InboxItem, opened: z.infer<typeof OpenedProduct>) {
  const product = productView(opened);
  return { product, accept: { ...product.toAccept, action: `/inbox/${routeId}` } };
}

export function inboxItemView(given: InboxItemGiven): InboxItemView {
  const { item, product, recalled, now } = given;
  const at = (instant: string): string => londonDateTime(new Date(instant));
  return {
    reference: item.reference,
    heading: headingOf(item),
    rating: ratingChip(item.colour),
    clock: answerClock(item, now),
    dates: [
      { key: 'What is asked', value: askedWords(item) },
      { key: 'The concern came in', value: at(item.receivedAt) },
      { key: 'The hub decided', value: at(item.decidedAt) },
      { key: 'Sent to you', value: at(item.routedAt) },
    ],
    ...(product && handoverOf(item, product)),
    noProduct:
      recalled ??
      (item.productId === undefined
        ? 'The hub sent no handover with this case. Ring the hub and say the reference.'
        : 'The handover cannot be opened for you now. Ring the hub and say the reference.'),
    wrongHref:
      product === undefined
        ? undefined
        : sayPath(item.enquiryId, 'product', product.productId, `/inbox/${item.routeId}`),
    more: THERE_MAY_BE_MORE,
    ...(item.state === 'waiting' && { answer: answerOf(given) }),
  };
}
