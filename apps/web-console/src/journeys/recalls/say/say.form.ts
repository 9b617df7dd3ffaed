import type { IdentitySays, RecallAbout } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { radios, select, textField, tickBox, type FieldView, type Option } from '../../../forms/field-view';
import { Posted } from '../../../forms/posted';
import { reasonField, readReason } from '../../governance/shared/written-reason';

interface Seen {
  readonly recipientId: string;
  readonly recipientAgencyId: string;
  /** Where the reader may have it. */
  readonly name?: string | undefined;
}

export interface Sayer {
  readonly kind: RecallAbout['kind'];
  /** Hub staff and holders say where it went; whoever received it says that it should not have come to them. */
  readonly choosesRecipient: boolean;
  readonly ownAgencyId: string;
  /** Who may have received it, by name. */
  readonly bodies: readonly Option[];
  /** Who saw it, by account: one of them may be all that it went wrong to. */
  readonly people: readonly Seen[];
  /** Who saw it besides, of agencies that are not named to whoever says this. */
  readonly notNamed?: number;
  /** They were asked whom it is about. */
  readonly wasAsked: boolean;
  /** Whose it is may say that it did not go to the wrong place. */
  readonly mayTakeBack?: boolean;
  /** Of a person whom the hub matched an agency, or whoever was told of them, says no more than that. */
  readonly mayOnlyDoubt?: boolean;
}

export interface Said {
  readonly says: IdentitySays;
  readonly recipientAgencyId?: string;
  /** Where it went to one person alone. */
  readonly recipientId?: string;
  /** It reached them on paper or otherwise: the ledger does not name them. */
  readonly outsidePlatform?: true;
  readonly hoursAgo?: number;
  readonly reason: string;
}

const MOST_HOURS = 24 * 60;

/** It is taken back or it stands: nobody holds it who could confirm whom it is about. */
const SENT_AS_IT_IS: readonly RecallAbout['kind'][] = ['product', 'request', 'notice'];

function optionsFor(sayer: Sayer): Option<IdentitySays>[] {
  const all = allOptions(sayer);
  return sayer.mayOnlyDoubt === true ? all.filter(({ value }) => value === 'doubted') : all;
}

function allOptions({ kind, choosesRecipient, wasAsked, mayTakeBack }: Sayer): Option<IdentitySays>[] {
  const went: Option<IdentitySays> = choosesRecipient
    ? {
        value: 'wrong_recipient',
        text: 'It went to the wrong place',
        hint: 'They see it no more, and are told to destroy it',
      }
    : {
        value: 'wrong_recipient',
        text: 'It should not have come to us',
        hint: 'You see it no more, and confirm that it is destroyed',
      };
  return [
    ...(wasAsked
      ? [{ value: 'confirmed', text: 'It is about this person', hint: 'It may be read again' } as const]
      : []),
    {
      value: 'wrong_person',
      text: 'It is about the wrong person',
      hint: 'Nobody sees it from now on, and whoever saw it is told to destroy it',
    },
    ...(SENT_AS_IT_IS.includes(kind)
      ? []
      : [
          {
            value: 'doubted',
            text: 'It may be about the wrong person',
            hint:
              kind === 'person'
                ? 'Nothing of it leaves the hub until a manager of the hub has confirmed who it is'
                : 'It goes nowhere until its agency has confirmed whom it is about',
          } as const,
        ]),
    went,
    ...(mayTakeBack === true
      ? [
          {
            value: 'right_recipient',
            text: 'It did not go to the wrong place after all',
            hint: 'Only where somebody recorded that it did: they may see it again',
          } as const,
        ]
      : []),
  ];
}

/** Not a character of an id: what follows it names one person of the agency. */
const PERSON = '|';
const valueOf = ({ recipientAgencyId, recipientId }: Seen): string => `${recipientAgencyId}${PERSON}${recipientId}`;

/** By name; two of one name are told apart. */
function whoOf({ recipientId, name }: Seen, colleagues: readonly Seen[]): string {
  if (name === undefined) return recipientId;
  return colleagues.filter((one) => one.name === name).length === 1 ? name : `${name}, ${recipientId}`;
}

/** Everybody at an agency, or one of those there who saw it. */
const recipientOptions = ({ bodies, people }: Sayer): Option[] =>
  bodies.flatMap(({ value, text }) => [
    { value, text },
    ...people
      .filter(({ recipientAgencyId }) => recipientAgencyId === value)
      .map((one, _index, own) => ({ value: valueOf(one), text: `${text}: only ${whoOf(one, own)}` })),
  ]);

function othersWords({ notNamed = 0 }: Sayer): string {
  if (notNamed === 0) return '';
  return `. ${notNamed} who saw it ${notNamed === 1 ? 'is' : 'are'} of an agency that is not named to you`;
}

/** A notice went to its one agency; of a request nobody finds out here whom it did not go to. */
const LEAVES_ON_PAPER: readonly RecallAbout['kind'][] = ['item', 'answer', 'product'];
const mayHaveLeftOnPaper = ({ kind, choosesRecipient }: Sayer): boolean =>
  choosesRecipient && LEAVES_ON_PAPER.includes(kind);

/** Nothing is preselected: a recall reaches people, and cannot be unsaid to them. */
export function sayFields(sayer: Sayer, posted: Posted | undefined, errors: readonly FieldError[]): FieldView[] {
  return [
    radios({ name: 'says', label: 'What is wrong?', options: optionsFor(sayer), value: posted?.text('says'), errors }),
    ...(sayer.choosesRecipient
      ? [
          select({
            ...{
              name: 'recipient',
              label: 'Who should not have had it?',
              hint: `Only where it went to the wrong place${sayer.mayTakeBack === true ? ', or did not after all' : ''}. Choose one person where nobody else there should lose it${othersWords(sayer)}`,
            },
            ...{ options: recipientOptions(sayer), value: posted?.text('recipient'), errors },
          }),
        ]
      : []),
    ...(mayHaveLeftOnPaper(sayer)
      ? [
          tickBox({
            name: 'outside',
            label: 'It reached them outside this platform',
            hint: 'On paper, by telephone or by e-mail: nobody there is told by this platform, so ring them',
            ticked: posted?.ticked('outside') ?? false,
          }),
        ]
      : []),
    textField({
      ...{
        name: 'hours',
        label: 'How many hours ago did anybody first know?',
        inputmode: 'numeric',
        classes: 'govuk-input--width-4',
      },
      hint: 'Leave it empty for now. The 72 hours for telling the Information Commissioner run from then',
      ...{ maxlength: 4, value: posted?.text('hours'), errors },
    }),
    reasonField('How do you know?', 'It is sealed. Do not repeat what it says.', posted, errors),
  ];
}

export function readSaid(posted: Posted, sayer: Sayer): { said?: Said; errors: FieldError[] } {
  const says = posted.choice(
    'says',
    optionsFor(sayer).map(({ value }) => value),
  );
  const { reason, errors: ofReason } = readReason(posted);
  const recipient = recipientOf(posted, sayer, says);
  const hours = hoursOf(posted);
  const errors = [
    ...(says === undefined ? [{ field: 'says', text: 'Say what is wrong' }] : []),
    ...recipient.errors,
    ...hours.errors,
    ...ofReason,
  ];
  if (says === undefined || reason === undefined || errors.length > 0) return { errors };
  const { recipientAgencyId, recipientId } = recipient;
  const { hoursAgo } = hours;
  return {
    said: {
      says,
      reason,
      ...(recipientAgencyId && { recipientAgencyId }),
      ...(recipientId && { recipientId }),
      ...(says === 'wrong_recipient' &&
        mayHaveLeftOnPaper(sayer) &&
        posted.ticked('outside') && { outsidePlatform: true as const }),
      ...(hoursAgo !== undefined && { hoursAgo }),
    },
    errors: [],
  };
}

function recipientOf(
  posted: Posted,
  sayer: Sayer,
  says: IdentitySays | undefined,
): { recipientAgencyId?: string; recipientId?: string; errors: FieldError[] } {
  if (says !== 'wrong_recipient' && says !== 'right_recipient') return { errors: [] };
  if (!sayer.choosesRecipient) return { recipientAgencyId: sayer.ownAgencyId, errors: [] };
  const chosen = posted.choice(
    'recipient',
    recipientOptions(sayer).map(({ value }) => value),
  );
  if (chosen === undefined) return { errors: [{ field: 'recipient', text: 'Choose who should not have had it' }] };
  const one = sayer.people.find((seen) => valueOf(seen) === chosen);
  if (one === undefined) return { recipientAgencyId: chosen, errors: [] };
  const { recipientAgencyId, recipientId } = one;
  return { recipientAgencyId, recipientId, errors: [] };
}

function hoursOf(posted: Posted): { hoursAgo?: number; errors: FieldError[] } {
  const typed = posted.optional('hours');
  if (typed === undefined) return { errors: [] };
  const hoursAgo = /^\d{1,4}$/.test(typed) ? Number(typed) : NaN;
  if (hoursAgo >= 0 && hoursAgo <= MOST_HOURS) return { hoursAgo, errors: [] };
  return { errors: [{ field: 'hours', text: 'Enter a whole number of hours, such as 5' }] };
}
