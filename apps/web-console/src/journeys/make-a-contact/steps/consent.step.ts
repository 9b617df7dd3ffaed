import { ConsentState, NotSoughtGround, StatedConsent } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { select, type FieldView, type Option } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { CONSENT_GIVERS, CONSENT_KINDS, CONSENT_STATES, NOT_SOUGHT_GROUNDS } from '../draft/code-lists';
import type { ContactDraft, DraftConsent, DraftPerson } from '../draft/contact-draft';
import { displayNameOf } from '../draft/display-name';
import { shown, type ContactStep, type StepContext } from './contact-step';

const NOT_SOUGHT = 'not_sought:';
const answerName = ({ mentionId }: DraftPerson, kind: string): string => `answer-${kind}-${mentionId}`;
const giverName = ({ mentionId }: DraftPerson): string => `by-${mentionId}`;

/** One list to choose from: what was answered or, where nobody asked, why not (rule book section 6). */
const ANSWERS: readonly Option[] = [
  ...CONSENT_STATES.filter(({ value }) => value !== 'not_sought'),
  ...NOT_SOUGHT_GROUNDS.map(({ value, text }) => ({ value: `${NOT_SOUGHT}${value}`, text: `Not asked: ${text}` })),
];

function readAnswer(text: string): Pick<DraftConsent, 'state' | 'ground'> {
  if (!text.startsWith(NOT_SOUGHT)) return { state: ConsentState.exclude(['not_sought']).safeParse(text).data };
  const ground = NotSoughtGround.safeParse(text.slice(NOT_SOUGHT.length)).data;
  return ground === undefined ? {} : { state: 'not_sought', ground };
}

function readPerson(posted: Posted, person: DraftPerson): DraftConsent[] {
  const givenBy = StatedConsent.shape.givenBy.safeParse(posted.text(giverName(person))).data;
  return CONSENT_KINDS.map(({ value: kind }) => {
    const answer = readAnswer(posted.text(answerName(person, kind)));
    return { mentionId: person.mentionId, kind, ...answer, givenBy };
  });
}

/** What is missing. Only a child must be asked about; an adult's may be left empty, which reads "not known". */
function errorsOf(person: DraftPerson, consents: readonly DraftConsent[]): FieldError[] {
  const name = displayNameOf(person);
  const blank = person.kind === 'adult' ? [] : consents.filter(({ state }) => state === undefined);
  const agreed = consents.some(
    ({ state, givenBy }) => state === 'given' && (givenBy === undefined || givenBy === 'not_applicable'),
  );
  return [
    ...blank.map(({ kind }) => ({ field: answerName(person, kind), text: `${name}: choose an answer, or Not known` })),
    ...(agreed ? [{ field: giverName(person), text: `${name}: say who agreed` }] : []),
  ];
}

/** Three consents for each person, never merged, each with its ground where nobody asked. */
export const consentStep: ContactStep = {
  read(posted, draft) {
    const asked = draft.people.map((person) => ({ person, consents: readPerson(posted, person) }));
    const errors = asked.flatMap(({ person, consents }) => errorsOf(person, consents));
    return { draft: { ...draft, consents: asked.flatMap(({ consents }) => consents) }, errors };
  },

  view(draft, context) {
    return {
      heading: 'What have they agreed to?',
      intro: [
        'Accepting help, information being shared, and data protection consent are three different things. One person cannot agree for another, except a parent for a child.',
        'Where a child may come to harm you do not need consent to tell us.',
      ],
      fields: [],
      groups: draft.people.map((person) => ({
        heading: displayNameOf(person),
        fields: fieldsFor(person, draft, context),
      })),
    };
  },
};

const answerOf = (kept: DraftConsent | undefined): string | undefined =>
  kept?.state === 'not_sought' ? `${NOT_SOUGHT}${kept.ground ?? ''}` : kept?.state;

function fieldsFor(person: DraftPerson, { consents }: ContactDraft, { posted, errors }: StepContext): FieldView[] {
  const own = consents.filter(({ mentionId }) => mentionId === person.mentionId);
  const answers = CONSENT_KINDS.map(({ value: kind, text: label, hint }) => {
    const name = answerName(person, kind);
    const value = shown(posted, name, answerOf(own.find((one) => one.kind === kind)));
    return select({ name, label, hint, options: ANSWERS, value, errors });
  });
  const name = giverName(person);
  const giver = shown(posted, name, own[0]?.givenBy);
  return [
    ...answers,
    select({
      name,
      label: 'Who answered?',
      hint: 'Where somebody agreed or refused',
      options: CONSENT_GIVERS,
      value: giver,
      errors,
    }),
  ];
}
