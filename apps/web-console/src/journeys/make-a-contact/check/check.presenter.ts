import { ageWords, partialDateWords } from '@mash/clocks';
import { CONTACT_SOURCES } from '@mash/contracts';
import type { SummaryRow } from '../../../presenters/summary-row';
import * as codes from '../draft/code-lists';
import { birthOf } from '../draft/birth-of';
import type { ContactDraft, DraftConsent, DraftPerson } from '../draft/contact-draft';
import { displayNameOf } from '../draft/display-name';
import { placesOf } from '../draft/protected-places';
import { whoHides } from '../draft/who-hides';
import { NOT_LISTED_WORDS } from '../steps/consent.fields';
import { stepPath, type StepName } from '../steps/step-order';

export interface CheckSection {
  readonly heading: string;
  readonly rows: readonly SummaryRow[];
}

/** A blank is said, as loud as a fact. */
const GAP = 'Not known, or left empty';

/** Everything that will be sent, section by section. */
export function checkSections(draft: ContactDraft, draftId: string, now: Date): CheckSection[] {
  const row = (what: string, said: string | undefined, step: StepName, tail = ''): SummaryRow => ({
    key: what,
    value: said ?? GAP,
    isGap: said === undefined,
    change: `${stepPath(draftId, step)}${tail}`,
  });
  const { you, concern, keepFromFamily } = draft;
  const yesNo = (value: string | undefined): string | undefined => codes.wordsOf(codes.YES_NO_NOT_KNOWN, value);
  return [
    {
      heading: 'You and the concern',
      rows: [
        row('Danger now', yesNo(draft.danger), 'danger'),
        row('How soon', draft.urgent === undefined ? undefined : draft.urgent ? 'Urgent' : 'Not urgent', 'urgency'),
        row('Your kind of service', you.source === undefined ? undefined : CONTACT_SOURCES[you.source], 'you'),
        row('Your telephone', you.telephone, 'you'),
        row('How you hear back', codes.wordsOf(codes.REPLIES, you.reply), 'you'),
        row('Your concern', concern.narrative, 'concern'),
        row('What you saw yourself', concern.seenMyself, 'concern'),
        row('What others told you', concern.toldByOthers, 'concern'),
        row('About', concern.issues.map((one) => codes.wordsOf(codes.ISSUES, one)).join(', ') || undefined, 'concern'),
      ],
    },
    ...draft.people.map((person) => personSection(person, draft, row, now)),
    {
      heading: 'Household and family',
      rows: [
        row('Who else lives there', draft.householdNote, 'household'),
        row('Keep from the family', yesNo(keepFromFamily.answer), 'keep-from-family'),
        ...(keepFromFamily.answer === 'yes'
          ? [
              row('What to keep from them', keepFromFamily.what, 'keep-from-family'),
              row('Why', keepFromFamily.why, 'keep-from-family'),
            ]
          : []),
      ],
    },
  ];
}

type MakeRow = (what: string, said: string | undefined, step: StepName, tail?: string) => SummaryRow;

function personSection(person: DraftPerson, draft: ContactDraft, row: MakeRow, now: Date): CheckSection {
  const step = person.kind === 'adult' ? 'adults' : 'children';
  const here = (what: string, said: string | undefined): SummaryRow => row(what, said, step, `/${person.mentionId}`);
  const secretly = secretsOf(person, draft);
  const address =
    [person.address?.lines, person.address?.postcode].filter((part) => part !== undefined).join('\n') || undefined;
  return {
    heading: displayNameOf(person),
    rows: [
      here(person.kind === 'unborn' ? 'Expected' : 'Born', birthWords(person, now)),
      ...(person.kind === 'adult'
        ? [
            here('To the child', person.relationship),
            row('Parental responsibility', responsibilityWords(person), 'responsibility'),
          ]
        : []),
      ...(person.kind === 'child' ? childRows(person, secretly, here) : []),
      ...(person.kind === 'unborn'
        ? []
        : [here('Language', languageWords(person)), here('Lives at', secretly(address))]),
      row('Lives in the household', codes.wordsOf(codes.YES_NO_NOT_KNOWN, person.livesInHousehold), 'household'),
      row('Consent', consentWords(person, draft), 'consent'),
    ],
  };
}

const childRows = (
  person: DraftPerson,
  secretly: (said: string | undefined) => string | undefined,
  here: (what: string, said: string | undefined) => SummaryRow,
): SummaryRow[] => [
  here('Part', codes.wordsOf(codes.RELATIONS[person.kind], person.relation)),
  here('Ethnicity', codes.wordsOf(codes.ETHNICITIES, person.ethnicity)),
  here('Disability', person.disability?.map((one) => codes.wordsOf(codes.DISABILITIES, one)).join(', ')),
  here('School', secretly(person.school)),
  here('GP', secretly(person.gp)),
];

/** One place that must be kept secret hides the others, and what is said of whoever lives with them. */
const secretsOf =
  (person: DraftPerson, draft: ContactDraft) =>
  (said: string | undefined): string | undefined => {
    const hides = placesOf(person).length > 0 || (said !== undefined && whoHides(draft).has(person.mentionId));
    return hides ? `${said ?? ''}\n(kept secret)`.trim() : said;
  };

function birthWords(person: DraftPerson, now: Date): string | undefined {
  const birth = birthOf(person);
  if (birth.birthDate !== undefined)
    return `${birth.approximate === true ? 'about ' : ''}${partialDateWords(birth.birthDate)} (${ageWords(birth, now)})`;
  return person.expectedDate === undefined ? undefined : partialDateWords(person.expectedDate);
}

function languageWords({ language, interpreter }: DraftPerson): string | undefined {
  if (language === undefined && interpreter === undefined) return undefined;
  const need = { yes: 'interpreter needed', no: 'no interpreter needed', not_known: 'interpreter: not known' }[
    interpreter ?? 'not_known'
  ];
  return `${language ?? 'Language not known'}, ${need}`;
}

function responsibilityWords({
  parentalResponsibility: has,
  parentalResponsibilityKnownHow: how,
}: DraftPerson): string | undefined {
  const words = codes.wordsOf(codes.YES_NO_NOT_KNOWN, has);
  return words === undefined || how === undefined ? words : `${words} (${how})`;
}

function consentWords({ mentionId }: DraftPerson, draft: ContactDraft): string | undefined {
  const said = codes.CONSENT_KINDS.flatMap(({ value, text }) => {
    const consent = draft.consents.find((one) => one.mentionId === mentionId && one.kind === value);
    if (consent?.state === undefined) return [];
    const answer = codes.wordsOf(codes.CONSENT_STATES, consent.state) ?? '';
    return [`${text}: ${[answer, ...answerWords(consent, draft)].join('; ')}`];
  });
  return said.length === 0 ? undefined : said.join('\n');
}

/** Who answered, how, on which day and what they had been told; or why nobody was asked. */
function answerWords(
  { givenByMentionId, givenBy, how, saidOn, told, ground }: DraftConsent,
  { people }: ContactDraft,
): string[] {
  const who = people.find(({ mentionId }) => mentionId === givenByMentionId);
  return [
    who === undefined ? codes.wordsOf(NOT_LISTED_WORDS, givenBy) : displayNameOf(who),
    codes.wordsOf(codes.CONSENT_HOWS, how),
    saidOn && partialDateWords(saidOn),
    told && `told: ${told}`,
    codes.wordsOf(codes.NOT_SOUGHT_GROUNDS, ground),
  ].filter((part) => part !== undefined && part !== '') as string[];
}
