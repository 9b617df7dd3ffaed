import type { ContactStep } from './contact-step';
import { concernStep } from './concern.step';
import { consentStep } from './consent.step';
import { dangerStep } from './danger.step';
import { householdStep } from './household.step';
import { keepFromFamilyStep } from './keep-from-family.step';
import { responsibilityStep } from './responsibility.step';
import { urgencyStep } from './urgency.step';
import { youStep } from './you.step';

/** The journey in order. `children`, `adults` and `check` have controllers of their own; the others are one form each. */
export const STEPS = [
  { name: 'danger', title: 'Danger now', form: dangerStep },
  { name: 'you', title: 'You', form: youStep },
  { name: 'concern', title: 'The concern', form: concernStep },
  { name: 'children', title: 'Children', form: undefined },
  { name: 'adults', title: 'Adults', form: undefined },
  { name: 'household', title: 'Household', form: householdStep },
  { name: 'responsibility', title: 'Parental responsibility', form: responsibilityStep },
  { name: 'consent', title: 'Consent', form: consentStep },
  { name: 'urgency', title: 'Urgency', form: urgencyStep },
  { name: 'keep-from-family', title: 'Keep from the family', form: keepFromFamilyStep },
  { name: 'check', title: 'Check', form: undefined },
] as const satisfies readonly { name: string; title: string; form: ContactStep | undefined }[];

export type StepName = (typeof STEPS)[number]['name'];

/** Address of one page of one draft. */
export const stepPath = (draftId: string, step: StepName | 'urgent'): string => `/contacts/new/${draftId}/${step}`;

/** Address of a draft that somebody comes back to: it opens where something is missing. */
export const draftPath = (draftId: string): string => `/contacts/new/${draftId}`;

const indexOf = (name: StepName): number => STEPS.findIndex((step) => step.name === name);

/** The page after this one; after the last it stays. */
export const nextStep = (name: StepName): StepName =>
  (STEPS[indexOf(name) + 1] ?? STEPS[indexOf(name)])?.name ?? 'check';

/** Where "Back" leads: the page before, or from the first the list of one's concerns. */
export function backFrom(draftId: string, name: StepName): string {
  const before = STEPS[indexOf(name) - 1];
  return before === undefined ? '/contacts' : stepPath(draftId, before.name);
}

/** "Step 3 of 11". */
export const progressWords = (name: StepName): string => `Step ${indexOf(name) + 1} of ${STEPS.length}`;
