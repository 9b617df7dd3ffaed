import { londonDayOf } from '@mash/clocks';
import { ConsentHow } from '@mash/contracts';
import { dateField, radios, select, textArea, type FieldView, type Option } from '../../../forms/field-view';
import { CONSENT_HOWS, CONSENT_KINDS, NOT_SOUGHT_GROUNDS } from '../draft/code-lists';
import type { ContactDraft, DraftConsent, DraftPerson } from '../draft/contact-draft';
import { displayNameOf } from '../draft/display-name';
import { shown, type StepContext } from './contact-step';

/** Parts of one consent of one person, as the fields of the form are called. */
export const consentField = (
  part: 'answer' | 'said' | 'who' | 'how' | 'on' | 'told' | 'ground',
  { mentionId }: Pick<DraftPerson, 'mentionId'>,
  kind: string,
): string => `${part}-${kind}-${mentionId}`;

export const SAID = ['given', 'refused', 'withdrawn'] as const;
/** What whoever answered is, where the draft does not have them. */
export const NOT_LISTED = ['parent_with_pr', 'parent_pr_unproven', 'other'] as const;
export const HOWS = ConsentHow.options;
/** One tick for every question about a child that is left unanswered. */
export const REST_NOT_KNOWN = 'restNotKnown';

const SAID_WORDS: readonly Option[] = [
  { value: 'given', text: 'They agree' },
  { value: 'refused', text: 'They refuse' },
  { value: 'withdrawn', text: 'They agreed, and took it back' },
];
export const NOT_LISTED_WORDS: readonly Option[] = [
  { value: 'parent_with_pr', text: 'A parent not listed here, with parental responsibility' },
  { value: 'parent_pr_unproven', text: 'A parent not listed here; responsibility not proven' },
  { value: 'other', text: 'Somebody else who is not listed here' },
];

/** People of the draft by name, the person themselves first, and then whoever is not in it. */
function whoOptions(person: DraftPerson, { people }: ContactDraft): Option[] {
  const others = people.filter(({ mentionId, kind }) => mentionId !== person.mentionId && kind !== 'unborn');
  const own =
    person.kind === 'unborn' ? [] : [{ value: person.mentionId, text: `${displayNameOf(person)}, themselves` }];
  return [
    ...own,
    ...others.map((other) => ({
      value: other.mentionId,
      text: other.relationship === undefined ? displayNameOf(other) : `${displayNameOf(other)}, ${other.relationship}`,
    })),
    ...NOT_LISTED_WORDS,
  ];
}

interface Shown {
  readonly person: DraftPerson;
  readonly kind: string;
  readonly kept: DraftConsent | undefined;
  readonly draft: ContactDraft;
  readonly context: StepContext;
}

/** Day, month and year: what was typed, else what the draft keeps, else today. */
function dayShown(name: string, kept: DraftConsent | undefined, { posted, now }: StepContext) {
  const today = londonDayOf(now);
  const [year = '', month = '', day = ''] = (kept?.saidOn ?? today).split('-');
  const kept_ = { day, month, year };
  const typed = (part: keyof typeof kept_): string => posted?.text(`${name}-${part}`) ?? '';
  const isTyped = (['day', 'month', 'year'] as const).some((part) => typed(part) !== '');
  return isTyped ? { day: typed('day'), month: typed('month'), year: typed('year') } : kept_;
}

function whenAsked({ person, kind, kept, draft, context }: Shown): FieldView[] {
  const { posted, errors } = context;
  const named = (part: Parameters<typeof consentField>[0]): string => consentField(part, person, kind);
  const value = (part: Parameters<typeof consentField>[0], keptValue: string | undefined): string | undefined =>
    shown(posted, named(part), keptValue);
  const state = SAID.find((one) => one === kept?.state);
  return [
    radios({
      name: named('said'),
      label: 'What did they say?',
      options: SAID_WORDS,
      value: value('said', state),
      errors,
    }),
    select({
      name: named('who'),
      label: 'Who answered?',
      options: whoOptions(person, draft),
      value: value('who', kept?.givenByMentionId ?? kept?.givenBy),
      errors,
    }),
    select({ name: named('how'), label: 'How?', options: CONSENT_HOWS, value: value('how', kept?.how), errors }),
    dateField({ name: named('on'), label: 'When?', value: dayShown(named('on'), kept, context), errors }),
    textArea({
      name: named('told'),
      label: 'What were they told?',
      hint: 'Before they answered: who would be asked, and what for. A yes needs it. It is sealed',
      value: value('told', kept?.told),
      rows: 2,
      maxlength: 2000,
      errors,
    }),
  ];
}

const answerKept = (kept: DraftConsent | undefined): string | undefined => {
  if (kept?.state === undefined || kept.state === 'unknown') return kept?.state;
  return kept.state === 'not_sought' ? 'not_asked' : 'asked';
};

/** The three consents of one person: what belongs to an answer is asked once the answer is chosen. */
export function consentFields(person: DraftPerson, draft: ContactDraft, context: StepContext): FieldView[] {
  const { posted, errors } = context;
  return CONSENT_KINDS.map(({ value: kind, text: label, hint }) => {
    const kept = draft.consents.find((one) => one.mentionId === person.mentionId && one.kind === kind);
    const ground = consentField('ground', person, kind);
    const options: Option[] = [
      { value: 'asked', text: 'Somebody was asked', then: whenAsked({ person, kind, kept, draft, context }) },
      {
        value: 'not_asked',
        text: 'Nobody was asked',
        then: [
          select({
            name: ground,
            label: 'Why not?',
            options: NOT_SOUGHT_GROUNDS,
            value: shown(posted, ground, kept?.ground),
            errors,
          }),
        ],
      },
      { value: 'unknown', text: 'Not known' },
    ];
    const name = consentField('answer', person, kind);
    return radios({ name, label, hint, options, value: shown(posted, name, answerKept(kept)), errors });
  });
}
