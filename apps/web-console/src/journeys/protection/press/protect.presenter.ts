import type { EnquiryView, ProtectionRecipients, ProtectionStandIn, Roster } from '@mash/contracts';
import { checkboxes, type FieldView } from '../../../forms/field-view';
import { agencyWords } from '../../../presenters/agency-words';
import { protectionStrips, type ProtectionStrip } from '../../enquiry/now/receipts.presenter';
import { enquiryPath } from '../../enquiry/shared/enquiry-sections';
import { rowOf, type ChronologyRow } from '../../picture/chronology.presenter';
import type { KnownItem } from '../../picture/read-item';
import type { AnswersShown } from './answers-to-tell';
import { chosenValue } from './chosen-answers';

/** What goes with a press of what agencies answered. */
export interface AnswersView {
  readonly summary: string;
  readonly choice: FieldView;
}

/** Whom a press tells now, before it is pressed. */
export interface ProtectView {
  readonly heading: string;
  readonly recipients: readonly string[];
  readonly when: string;
  /** What cannot be told now, each a sentence: a press goes without it. */
  readonly gaps: readonly string[];
  readonly earlier: readonly ProtectionStrip[];
  /** What agencies answered and the presser may read: it goes with it unless they untick it. Absent where there is nothing. */
  readonly answers: AnswersView | undefined;
  readonly enquiryId: string;
  readonly protectionId: string;
  readonly action: string;
  readonly back: string;
}

const TEAMS = {
  police: 'police',
  'social-care': "children's social care",
  'emergency-duty': 'emergency duty team',
} as const;

const WITHOUT_INTAKE =
  'The concern, names and addresses cannot be read now. A press tells who is on the enquiry by age, and to ring the hub: ring them as well.';
const WITHOUT_ANSWERS =
  'What agencies have answered cannot be read now: a press goes without it. Ring whoever is told, and say what you know.';
const WITHOUT_DECISION =
  'The part that sends notices does not answer now. Press all the same: it is tried, and if it fails you are shown what to read out on the telephone.';

/** The body and its team: "Riverside Police (police)". */
export const recipientWords = ({ agencyId, team }: ProtectionRecipients['recipients'][number]): string =>
  `${agencyWords(agencyId)} (${TEAMS[team]})`;

export interface ProtectGiven {
  readonly enquiry: EnquiryView;
  readonly told: ProtectionRecipients;
  /** Undefined while contact-intake does not answer. */
  readonly roster: Roster | undefined;
  /** Undefined where what agencies answered cannot be read. */
  readonly answers: AnswersShown | undefined;
  readonly names: ReadonlyMap<string, string>;
  readonly protectionId: string;
  readonly now: Date;
}

type Common = Pick<ProtectGiven, 'told' | 'protectionId'> & { readonly enquiryId: string; readonly reference: string };

function commonView({ told, protectionId, enquiryId, reference }: Common) {
  const teams = told.recipients.map(({ team }) => TEAMS[team]);
  return {
    heading: `Tell ${teams.join(' and ')} now?`,
    recipients: told.recipients.map(recipientWords),
    ...{ enquiryId, protectionId },
    action: enquiryPath(reference, '/protect'),
    back: enquiryPath(reference),
  };
}

const LONGEST_LABEL = 160;

function labelOf({ agency, when, text }: ChronologyRow): string {
  const words = text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL)}…` : text;
  return `${agency}, ${when}: ${words}`;
}

/** All that is shown is ticked, save what may be about somebody else: that has to be wanted. */
function answersView(known: readonly KnownItem[], names: ReadonlyMap<string, string>): AnswersView | undefined {
  if (known.length === 0) return undefined;
  const isSure = ({ item }: KnownItem) => item.identity !== 'possible';
  const options = known.map((one) => {
    const row = rowOf(one, names);
    const hint = `About ${row.person}. ${row.what}${isSure(one) ? '' : '. Nobody has confirmed whom it is about'}`;
    return { value: chosenValue(one.item), text: labelOf(row), hint };
  });
  const values = known.filter(isSure).map(({ item }) => chosenValue(item));
  const count = values.length === 1 ? '1 thing' : `${String(values.length)} things`;
  return {
    summary: `${count} that agencies answered ${values.length === 1 ? 'goes' : 'go'} with it: choose`,
    choice: checkboxes({
      name: 'answers',
      label: 'Tell them this too',
      hint: 'What a law bars, or may give a source away, is left out all the same',
      options,
      values,
    }),
  };
}

export function protectView(given: ProtectGiven): ProtectView {
  const { enquiry, told, roster, answers, names, protectionId, now } = given;
  const { enquiryId, reference } = enquiry;
  return {
    ...commonView({ told, protectionId, enquiryId, reference }),
    when: told.outOfHours
      ? 'The hub is closed: the emergency duty team is told in place of social care.'
      : 'The hub is open.',
    gaps: [...(roster === undefined ? [WITHOUT_INTAKE] : []), ...(answers?.notHere ?? [WITHOUT_ANSWERS])],
    answers: answersView(answers?.items ?? [], names),
    earlier: protectionStrips(enquiry, now),
  };
}

/** The same while the enquiry itself cannot be shown: by its reference alone. */
export function protectViewAlone(told: ProtectionStandIn, reference: string, protectionId: string): ProtectView {
  const duty = told.recipients.some(({ team }) => team === 'emergency-duty');
  return {
    ...commonView({ told, protectionId, enquiryId: told.enquiryId, reference }),
    when: duty
      ? 'The hub counts as closed now: the emergency duty team is told in place of social care.'
      : 'The hub counts as open now.',
    gaps: [WITHOUT_DECISION],
    answers: undefined,
    earlier: [],
  };
}
