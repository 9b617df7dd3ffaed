import { ReleaserSeat, type ReleaserDesk } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { dateField, radios, textField, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { agencyWords } from '../../../presenters/agency-words';
import { DESK_WORDS, SEAT_WORDS } from '../../../presenters/releaser-words';

export interface NameReleaserView {
  readonly heading: string;
  readonly action: string;
  readonly fields: readonly FieldView[];
}

/** What naming somebody takes from everybody else of the agency. */
const TAKES: Readonly<Partial<Record<ReleaserDesk, string>>> = {
  holder: 'Once somebody is named, nobody else of the agency answers for it or speaks for it unasked',
  safeguarding:
    'While nobody is named for its own information, the lead alone may then release, refuse, hold or correct any of it unasked: name somebody there too',
};
const hintOf = (desk: ReleaserDesk): { hint?: string } => {
  const hint = TAKES[desk];
  return hint === undefined ? {} : { hint };
};

export function nameReleaserView(
  {
    agencyId,
    desks,
    seesAccounts,
  }: {
    readonly agencyId: string;
    readonly desks: readonly ReleaserDesk[];
    /** The list tells them which accounts nobody has signed in with. */
    readonly seesAccounts: boolean;
  },
  posted: Posted | undefined,
  errors: readonly FieldError[],
): NameReleaserView {
  const value = (name: string) => posted?.text(name);
  return {
    heading: `Who answers for ${agencyWords(agencyId)}?`,
    action: `/releasers/name/${agencyId}`,
    fields: [
      radios({
        name: 'desk',
        label: 'Which questions?',
        options: desks.map((desk) => ({ value: desk, text: DESK_WORDS[desk], ...hintOf(desk) })),
        value: value('desk'),
        errors,
      }),
      radios({
        name: 'seat',
        label: 'When does a question come to them?',
        options: ReleaserSeat.options.map((seat) => ({ value: seat, text: SEAT_WORDS[seat] })),
        value: value('seat'),
        errors,
      }),
      textField({ name: 'name', label: 'Name, or duty team', value: value('name'), maxlength: 120, errors }),
      textField({
        name: 'account',
        label: 'Account number',
        hint: `As the sign-in service shows it. It is not checked here: with a wrong number nobody is asked.${seesAccounts ? ' The list says where nobody has signed in with it yet.' : ''} Not for a duty team that is rung`,
        value: value('account'),
        maxlength: 36,
        errors,
      }),
      textField({
        name: 'telephone',
        label: 'Telephone, for out of hours',
        value: value('telephone'),
        inputmode: 'tel',
        classes: 'govuk-input--width-20',
        errors,
      }),
      dateField({
        name: 'until',
        label: 'Last day, where they leave or only cover',
        hint: 'For example, 27 3 2027. Leave empty where there is none',
        value: {
          day: value('until-day') ?? '',
          month: value('until-month') ?? '',
          year: value('until-year') ?? '',
        },
        errors,
      }),
    ],
  };
}
