import type { BirthDate, MentionedPerson, PersonKind, Typed, YesNoNotKnown } from '@mash/contracts';
import { isKeptSecret } from './kept-secret';

/** Somebody in the people index: plain, under access rules, because it must be searched. Where one place is protected, none is in it. */
export interface Person {
  readonly personId: string;
  readonly partnershipId: string;
  readonly kind: PersonKind;
  readonly forenames?: string | undefined;
  readonly surname?: string | undefined;
  readonly aliases: readonly string[];
  readonly birthDate?: BirthDate | undefined;
  readonly expectedDate?: string | undefined;
  readonly sex?: string | undefined;
  readonly ethnicity?: string | undefined;
  readonly disability: readonly string[];
  readonly language?: string | undefined;
  readonly interpreter?: YesNoNotKnown | undefined;
  readonly addressLines?: string | undefined;
  readonly postcode?: string | undefined;
  readonly addressProtected: boolean;
  readonly schoolProtected: boolean;
  readonly surgeryProtected: boolean;
  /** They live, by some enquiry that protects it, at somebody's protected address. Never stored. */
  readonly inHiddenHome?: boolean | undefined;
  readonly school?: string | undefined;
  readonly gp?: string | undefined;
  readonly telephone?: string | undefined;
  readonly nhsNumber?: string | undefined;
  readonly nhsNumberTyped?: Typed | undefined;
  readonly upn?: string | undefined;
  readonly upnTyped?: Typed | undefined;
}

/** How an identifier was typed, by its check digit. Given by the matching library. */
export interface TypedBy {
  readonly nhsNumber: (value: string) => boolean;
  readonly upn: (value: string) => boolean;
}

const filled = (text: string | undefined): string | undefined => (text === undefined || text === '' ? undefined : text);
const squeezed = (text: string | undefined): string | undefined => filled(text?.replaceAll(/\s/g, '').toUpperCase());

const typedAs = (value: string | undefined, isCorrect: (value: string) => boolean): Typed | undefined => {
  if (value === undefined) return undefined;
  return isCorrect(value) ? 'correctly' : 'incorrectly';
};

/**
 * The provisional person of a mention. Where one of their places is protected, the index has none of them, also where others were said in plain. An identifier whose check digit fails is kept and marked: nothing that was accepted is lost, and
 * nobody is matched by it.
 */
export function personFrom(
  said: MentionedPerson,
  ids: { personId: string; partnershipId: string },
  typedBy: TypedBy,
): Person {
  const [nhsNumber, upn] = [squeezed(said.nhsNumber), squeezed(said.upn)];
  const { address, school, gp }: Pick<MentionedPerson, 'address' | 'school' | 'gp'> = isKeptSecret(said) ? {} : said;
  return {
    ...ids,
    kind: said.kind,
    forenames: filled(said.forenames),
    surname: filled(said.surname),
    aliases: said.aliases ?? [],
    birthDate: said.birthDate,
    expectedDate: said.expectedDate,
    sex: said.sex,
    ethnicity: said.ethnicity,
    disability: said.disability ?? [],
    language: filled(said.language),
    interpreter: said.interpreter,
    addressLines: filled(address?.lines),
    postcode: filled(address?.postcode)?.toUpperCase(),
    addressProtected: said.addressProtected === true,
    schoolProtected: said.schoolProtected === true,
    surgeryProtected: said.surgeryProtected === true,
    school: filled(school),
    gp: filled(gp),
    telephone: filled(said.telephone),
    nhsNumber,
    nhsNumberTyped: typedAs(nhsNumber, typedBy.nhsNumber),
    upn,
    upnTyped: typedAs(upn, typedBy.upn),
  };
}

/** The identifiers that may say that two mentions are one person: those whose check digit holds. */
export const provenIdentifiers = ({
  nhsNumber,
  nhsNumberTyped,
  upn,
  upnTyped,
}: Person): { nhsNumber?: string | undefined; upn?: string | undefined } => ({
  nhsNumber: nhsNumberTyped === 'correctly' ? nhsNumber : undefined,
  upn: upnTyped === 'correctly' ? upn : undefined,
});
