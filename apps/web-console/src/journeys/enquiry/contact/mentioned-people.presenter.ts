import { partialDateOf, partialDateWords, ageWords } from '@mash/clocks';
import type { ContactDetail, MentionedPerson } from '@mash/contracts';
import type { SummaryRow } from '../../../presenters/summary-row';
import * as codes from '../../make-a-contact/draft/code-lists';

/** Somebody as the referrer mentioned them, never altered. */
export interface MentionedPersonView {
  readonly heading: string;
  readonly rows: readonly SummaryRow[];
}

const UNNAMED = {
  child: 'A child, name not known',
  unborn: 'An unborn baby',
  adult: 'An adult, name not known',
} as const;

/** The name as it was said; words for nobody's name. */
export function mentionedName({ forenames, surname, kind }: MentionedPerson): string {
  const name = [forenames, surname].filter((part) => part !== undefined).join(' ');
  if (name === '') return UNNAMED[kind];
  return kind === 'unborn' ? `Unborn baby ${name}` : name;
}

function birthWords({ birthDate, expectedDate }: MentionedPerson, now: Date): string | undefined {
  const date = birthDate && partialDateOf(birthDate);
  if (date !== undefined) {
    const approximate = birthDate?.approximate;
    return `${approximate === true ? 'about ' : ''}${partialDateWords(date)} (${ageWords({ birthDate: date, approximate }, now)})`;
  }
  return expectedDate && `Expected ${partialDateWords(expectedDate)}`;
}

/** One protected place hides the others; what was sealed with the concern shows there, to whoever is named on the enquiry. */
const SECRET = 'Kept secret';

function addressWords({ address, addressProtected }: MentionedPerson): string | undefined {
  if (addressProtected === true) return SECRET;
  const lines = [address?.lines, address?.postcode].filter((part) => part !== undefined);
  return lines.length === 0 ? undefined : lines.join('\n');
}

function placeWords({ kind, addressProtected }: MentionedPerson, place: string | undefined): string | undefined {
  if (addressProtected !== true) return place;
  return kind === 'adult' ? undefined : SECRET;
}

function responsibilityWords(person: MentionedPerson): string | undefined {
  const words = codes.wordsOf(codes.YES_NO_NOT_KNOWN, person.parentalResponsibility);
  const how = person.parentalResponsibilityKnownHow;
  return words === undefined || how === undefined ? words : `${words} (${how})`;
}

function consentWords(mentionId: string, consents: ContactDetail['consents']): string | undefined {
  const said = (consents ?? []).filter((one) => one.mentionId === mentionId);
  const lines = said.map(({ kind, state, ground }) => {
    const why = ground === undefined ? '' : `: ${codes.wordsOf(codes.NOT_SOUGHT_GROUNDS, ground) ?? ground}`;
    return `${codes.wordsOf(codes.CONSENT_KINDS, kind) ?? kind}: ${codes.wordsOf(codes.CONSENT_STATES, state) ?? state}${why}`;
  });
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** Fields that stand for themselves, and those where a gap is said as loud as a fact. */
function rowsOf(person: MentionedPerson, consents: ContactDetail['consents'], now: Date): SummaryRow[] {
  const said = (key: string, value: string | undefined): SummaryRow[] => (value === undefined ? [] : [{ key, value }]);
  const asked = (key: string, value: string | undefined): SummaryRow => ({
    key,
    value: value ?? 'Not known, or left empty',
    isGap: value === undefined,
  });
  return [
    asked(person.kind === 'unborn' ? 'Expected' : 'Born', birthWords(person, now)),
    ...said('Also known as', person.aliases?.join(', ')),
    ...said('Part', codes.partWords(person)),
    ...said('To the child', person.relationship),
    asked('Lives at', addressWords(person)),
    ...said('Lives in the household', codes.wordsOf(codes.YES_NO_NOT_KNOWN, person.livesInHousehold)),
    ...said('School', placeWords(person, person.school)),
    ...said('GP', placeWords(person, person.gp)),
    ...said('Language', person.language),
    ...said('Interpreter needed', codes.wordsOf(codes.YES_NO_NOT_KNOWN, person.interpreter)),
    ...said('NHS number', person.nhsNumber),
    ...said('Unique pupil number', person.upn),
    ...(person.kind === 'adult' ? [asked('Parental responsibility', responsibilityWords(person))] : []),
    ...(person.kind === 'adult'
      ? said('Consent', consentWords(person.mentionId, consents))
      : [asked('Consent', consentWords(person.mentionId, consents))]),
  ];
}

/** Children first, then adults, in the order in which they were said. */
export function mentionedPeople({ people = [], consents }: ContactDetail, now: Date): MentionedPersonView[] {
  const inOrder = [...people].sort((a, b) => Number(a.kind === 'adult') - Number(b.kind === 'adult'));
  return inOrder.map((person) => ({ heading: mentionedName(person), rows: rowsOf(person, consents, now) }));
}
