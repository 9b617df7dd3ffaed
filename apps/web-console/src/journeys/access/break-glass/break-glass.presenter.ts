import { GlassReason, type BrokenGlassView } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { radios, textArea, textField, tickBox, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { momentWords } from '../../../presenters/clock-chip';
import { enquiryPath } from '../../enquiry/shared';

const REASONS: Readonly<Record<GlassReason, string>> = {
  immediate_danger: 'A child may be in danger now',
  nobody_named_reachable: 'Nobody who is named can be reached',
  court_or_police: 'A court or the police ask',
  other: 'Another reason',
};

/** One sentence for a reference that is none and for one that stays closed: they must not be told apart. */
export const NOT_OPENED: FieldError = {
  field: 'reference',
  text: 'Nothing can be opened under this reference. Check it; if it is right, ring a hub manager',
};

export interface BreakGlassView {
  readonly fields: readonly FieldView[];
}

/** @param reference as it stands in the address, where somebody came from a page that was not found */
export function breakGlassView(
  posted: Posted | undefined,
  reference: string | undefined,
  errors: readonly FieldError[],
): BreakGlassView {
  const value = (name: string) => posted?.text(name);
  return {
    fields: [
      textField({
        name: 'reference',
        label: 'Reference of the enquiry',
        hint: 'Such as E-7K2Q4X9. No names',
        value: value('reference') ?? reference,
        classes: 'govuk-input--width-10',
        maxlength: 12,
        errors,
      }),
      radios({
        name: 'reason',
        label: 'Which reason is it?',
        options: GlassReason.options.map((reason) => ({ value: reason, text: REASONS[reason] })),
        value: value('reason'),
        errors,
      }),
      textArea({
        name: 'words',
        label: 'Why do you have to see it now?',
        hint: 'It is sealed. Information governance sees the reason that you chose above, and not these words',
        value: value('words'),
        rows: 4,
        maxlength: 2000,
        errors,
      }),
      tickBox({
        name: 'told',
        label: 'I know that information governance is told at once, and will ask me',
        ticked: value('told') === 'yes',
        errors,
      }),
    ],
  };
}

/** What was opened, until when: read before the enquiry is. */
export function openedView({ reference, endsAt, glassId }: BrokenGlassView, now: Date): object {
  return {
    heading: `${reference} is open to you until ${momentWords(new Date(endsAt), now)}`,
    href: enquiryPath(reference),
    reference,
    action: `/break-glass/${glassId}/end`,
  };
}
