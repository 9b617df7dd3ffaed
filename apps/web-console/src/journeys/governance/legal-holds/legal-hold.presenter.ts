import type { LegalHold } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { textField, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { momentWords } from '../../../presenters/clock-chip';
import { sealedWords } from '../../../presenters/sealed-words';
import type { SummaryRow } from '../../../presenters/summary-row';
import { reasonField } from '../shared/written-reason';
import type { Naming } from '../../../presenters/naming';
import { whoWords } from '../shared/who';

export interface LegalHoldView {
  readonly reference: string;
  readonly heading: string;
  readonly rows: readonly SummaryRow[];
  /** For whoever may hold and lift. */
  readonly enquiryHref: string | undefined;
  /** How to lift it, where it stands and the reader may. */
  readonly lift?: { readonly action: string; readonly field: FieldView };
}

export interface HoldsView {
  readonly heading: string;
  readonly rows: readonly {
    readonly href: string;
    readonly text: string;
    readonly since: string;
    readonly stands: boolean;
  }[];
}

/** "What may not be erased, since when, for whom?" */
export function holdsView(holds: readonly LegalHold[], now: Date): HoldsView {
  const standing = holds.filter(({ liftedAt }) => liftedAt === undefined).length;
  return {
    heading:
      standing === 0 ? 'No legal hold stands' : `${standing} legal ${standing === 1 ? 'hold stands' : 'holds stand'}`,
    rows: holds.map((hold) => ({
      href: `/ig/holds/${hold.holdId}`,
      text: `${hold.reference}: enquiry ${hold.enquiryReference}`,
      since: `placed ${momentWords(new Date(hold.placedAt), now)}${hold.liftedAt === undefined ? '' : `, lifted ${momentWords(new Date(hold.liftedAt), now)}`}`,
      stands: hold.liftedAt === undefined,
    })),
  };
}

export function legalHoldView(
  hold: LegalHold,
  reader: { readonly accountId: string; readonly mayLift: boolean; readonly named?: Naming },
  now: Date,
  typed?: { readonly posted: Posted; readonly errors: readonly FieldError[] },
): LegalHoldView {
  const stands = hold.liftedAt === undefined;
  const why = sealedWords('reason', hold.reason, hold.doesNotOpen);
  const whyLifted = sealedWords('liftReason', hold.liftReason, hold.doesNotOpen);
  const at = (instant: string): string => momentWords(new Date(instant), now);
  const field = () =>
    reasonField('Why is it lifted?', 'Who no longer needs it kept. It is sealed.', typed?.posted, typed?.errors ?? []);
  return {
    reference: hold.enquiryReference,
    heading: stands ? `${hold.reference} holds this enquiry` : `${hold.reference} holds it no more`,
    rows: [
      { key: 'Placed', value: `${at(hold.placedAt)}, by ${whoWords(hold.placedBy, reader.accountId, reader.named)}` },
      ...(why === undefined ? [] : [{ key: 'Why', value: why }]),
      ...(hold.liftedAt === undefined || hold.liftedBy === undefined
        ? []
        : [
            {
              key: 'Lifted',
              value: `${at(hold.liftedAt)}, by ${whoWords(hold.liftedBy, reader.accountId, reader.named)}`,
            },
          ]),
      ...(whyLifted === undefined ? [] : [{ key: 'Why lifted', value: whyLifted }]),
    ],
    enquiryHref: reader.mayLift ? `/ig/enquiry/${hold.enquiryId}` : undefined,
    ...(stands && reader.mayLift && { lift: { action: `/ig/holds/${hold.holdId}`, field: field() } }),
  };
}

export const placeHoldFields = (posted: Posted | undefined, errors: readonly FieldError[]): FieldView[] => [
  textField({
    name: 'reference',
    label: 'Reference of whoever needs it kept',
    hint: 'A court, inquest, review or complaint, such as CT-2026-0193. It lies in the clear: no names',
    classes: 'govuk-input--width-20',
    maxlength: 40,
    value: posted?.text('reference'),
    errors,
  }),
  reasonField('Why must it be kept?', 'It is sealed: information governance alone reads it.', posted, errors),
];
