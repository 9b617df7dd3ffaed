import type { FieldError } from '../../../forms/field-error';
import type { FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import type { SignedInPerson } from '../../../session/signed-in-person';
import type { ContactDraft } from '../draft/contact-draft';

/** What a form says after it was sent: the draft with everything in it that could be read, and what is wrong. */
export interface StepReading {
  readonly draft: ContactDraft;
  readonly errors: readonly FieldError[];
}

export interface StepContext {
  readonly person: SignedInPerson;
  readonly now: Date;
  /** What was just sent, wrong or not: the page shows it again as it was typed. */
  readonly posted?: Posted;
  readonly errors: readonly FieldError[];
}

/** One question of the journey, as `steps/step.njk` shows it. */
export interface StepView {
  readonly heading: string;
  readonly intro: readonly string[];
  readonly fields: readonly FieldView[];
  readonly warning?: string;
  readonly groups?: readonly { readonly heading: string; readonly fields: readonly FieldView[] }[];
}

/** A page of the journey that is one form: what it reads and what it shows. */
export interface ContactStep {
  read(posted: Posted, draft: ContactDraft, now: Date): StepReading;
  view(draft: ContactDraft, context: StepContext): StepView;
}

/** What is shown in a text field: what was just typed, else what the draft keeps. */
export const shown = (posted: Posted | undefined, name: string, kept: string | undefined): string | undefined =>
  posted === undefined ? kept : posted.text(name);

/** The same for several boxes. */
export const shownAll = (
  posted: Posted | undefined,
  name: string,
  options: readonly string[],
  kept: readonly string[],
): readonly string[] => (posted === undefined ? kept : posted.choices(name, options));
