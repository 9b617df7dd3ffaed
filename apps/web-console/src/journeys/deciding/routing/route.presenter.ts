import type { Agencies } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { checkboxes, select, textArea, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { enquiryPath } from '../../enquiry/shared';
import { afterRefusedHelp, type AfterRefusedHelp } from './after-refused-help';
import { receivingBodies } from './receiving-bodies';
import type { ReleasedChoice } from './released-choice';
import type { TeamToRoute } from './teams-to-route';

/** "Who takes it on, and what may they read?" One team at a time. */
export interface RoutePageView {
  readonly heading: string;
  readonly children: string;
  readonly others: readonly { readonly text: string; readonly href: string }[];
  /** What the press takes back, whether or not anything is sent after it. */
  readonly takesBack: string | undefined;
  readonly team: string;
  readonly fields: readonly FieldView[];
  readonly items: FieldView | undefined;
  readonly noItems: string;
  /** Where the warnings on the rest are read and accepted. */
  readonly toAccept: string | undefined;
  readonly action: string;
  /** The family refuses help: what can be done instead. */
  readonly instead: AfterRefusedHelp | undefined;
}

export interface RoutePageGiven {
  readonly reference: string;
  readonly team: TeamToRoute;
  readonly teams: readonly TeamToRoute[];
  readonly names: ReadonlyMap<string, string>;
  readonly agencies: Agencies['agencies'];
  /** Undefined where the answers could not be opened now. */
  readonly choices: readonly ReleasedChoice[] | undefined;
  /** Something shows only once this manager has accepted what it carries. */
  readonly toAccept?: boolean;
  readonly posted?: Posted | undefined;
  readonly errors?: readonly FieldError[];
  readonly isHelpRefused?: boolean;
  /** A handover to this team waits, whoever put it together. */
  readonly isOneWaiting?: boolean;
}

const takesBackWords = ({ name }: TeamToRoute): string =>
  `A handover to ${name} waits already for somebody else to let it go. Unless it is let go before, it is taken back as soon as you press “Check what goes out”, also if you send nothing afterwards. To leave it as it is, leave this page.`;

function toField({ team, agencies, posted, errors = [] }: RoutePageGiven): FieldView {
  const options = receivingBodies(team.team, agencies).map(({ agencyId, name }) => ({ value: agencyId, text: name }));
  const only = options.length === 1 ? options[0]?.value : undefined;
  const value = posted?.text('toAgencyId') ?? only;
  return select({ name: 'toAgencyId', label: 'Who receives it?', options, value, errors });
}

function itemsField({ choices, posted, errors = [] }: RoutePageGiven): FieldView | undefined {
  if (choices === undefined || choices.length === 0) return undefined;
  const ids = choices.map(({ itemId }) => itemId);
  return checkboxes({
    name: 'items',
    label: 'What goes with it?',
    hint: 'Tick only what the team needs. Each is decided again for this team before it goes.',
    options: choices.map(({ itemId, label, text, warnings }) => ({
      ...{ value: itemId, text: label, hint: [...warnings, text].join(' ') },
    })),
    values: posted?.choices('items', ids) ?? [],
    errors,
  });
}

export function routePageView(given: RoutePageGiven): RoutePageView {
  const { reference, team, teams, names, choices, posted, errors = [] } = given;
  return {
    heading: `Hand over to ${team.name}`,
    children: team.personIds.map((id) => names.get(id) ?? 'a child').join(', '),
    others: teams
      .filter((one) => one !== team)
      .map((one) => ({ text: one.name, href: enquiryPath(reference, `/route?team=${one.team}`) })),
    takesBack: given.isOneWaiting === true ? takesBackWords(team) : undefined,
    team: team.team,
    fields: [
      toField(given),
      textArea({
        name: 'words',
        label: 'What do you ask of them, and why?',
        hint: 'In your own words. Nothing may be copied here from what is not ticked.',
        rows: 8,
        maxlength: 8_000,
        value: posted?.text('words'),
        errors,
      }),
    ],
    items: itemsField(given),
    noItems:
      choices === undefined
        ? 'The answers cannot be opened now. You can hand over with your own words alone.'
        : 'No answer has been released to you. You can hand over with your own words alone.',
    toAccept: given.toAccept === true ? enquiryPath(reference, '/picture') : undefined,
    action: enquiryPath(reference, '/route'),
    instead: given.isHelpRefused === true ? afterRefusedHelp(reference, team, names) : undefined,
  };
}
