import type { OverrideOptions } from '@mash/contracts';
import type { z } from 'zod';
import type { FieldError } from '../../../forms/field-error';
import { checkboxes, textArea, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { GROUND_WORDS, overrideSentence } from '../shared/override-words';

type Options = z.infer<typeof OverrideOptions>;

/** The step before: what an override is, and the sign-in that it needs. */
export interface StepUpView {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly signInHref: string;
  readonly cancelHref: string;
}

const WAITS =
  'What you wrote has not been sent. It is kept, sealed, for 30 minutes: once you have signed in again it is filled in, and you press again.';

/** @param waits what was written is kept until they are back */
export const stepUpView = (options: Options, signInHref: string, waits: boolean): StepUpView => ({
  heading: 'You are about to override',
  lines: [
    `${overrideSentence({ ...options, holderAgencyId: options.fromAgencyId })}.`,
    'It covers this one thing and this one recipient. Nothing that is blacked out is given back.',
    options.secondPerson ? 'A second manager has to confirm before it takes effect.' : 'It takes effect at once.',
    'The holder is told at once. Information governance reads your reason.',
    `Sign in again first. You then have ${String(options.signInWithinMinutes)} minutes.`,
    ...(waits ? [WAITS] : []),
  ],
  signInHref,
  cancelHref: '/reviews',
});

export interface ProposeOverrideView {
  readonly heading: string;
  readonly action: string;
  readonly fields: readonly FieldView[];
  /** Grounds that cannot be said today, and why. */
  readonly notToday: readonly string[];
  readonly after: string;
}

export function proposeOverrideView(
  options: Options,
  posted: Posted | undefined,
  errors: readonly FieldError[],
): ProposeOverrideView {
  const { strikes, grounds, secondPerson, sharingDecisionId } = options;
  const offered = grounds.filter(({ refusedBecause }) => refusedBecause === undefined);
  return {
    heading: `${overrideSentence({ ...options, holderAgencyId: options.fromAgencyId })}?`,
    action: `/overrides/of/${sharingDecisionId}`,
    fields: [
      checkboxes({
        name: 'strikes',
        label: 'What do you set aside?',
        hint: 'Only what you name. What you leave goes on standing in the way',
        options: strikes.map(({ code, sentence }) => ({ value: code, text: sentence })),
        values: strikes.map(({ code }) => code).filter((code) => posted?.choices('strikes', [code]).length === 1),
        errors,
      }),
      checkboxes({
        name: 'grounds',
        label: 'On what ground?',
        options: offered.map(({ code }) => ({ value: code, text: wordsOf(code) })),
        values: offered.map(({ code }) => code).filter((code) => posted?.choices('grounds', [code]).length === 1),
        errors,
      }),
      textArea({
        name: 'reason',
        label: 'Why, in your words',
        hint: 'Sealed. Information governance reads it; the holder does not',
        value: posted?.text('reason'),
        rows: 5,
        maxlength: 4000,
        errors,
      }),
    ],
    notToday: grounds.flatMap(({ code, refusedBecause }) =>
      refusedBecause === undefined ? [] : [`${wordsOf(code)}: not today. ${refusedBecause}.`],
    ),
    after: secondPerson ? 'It waits until a second manager has confirmed it.' : 'It takes effect at once.',
  };
}

const wordsOf = (code: string): string => (GROUND_WORDS as Readonly<Record<string, string>>)[code] ?? code;
