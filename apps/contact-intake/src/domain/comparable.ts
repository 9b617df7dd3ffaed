import type { MentionedPerson, SearchPeople } from '@mash/contracts';
import { isValidNhsNumber, isValidUpn } from '@mash/person-matching';
import type { ComparablePerson } from '@mash/person-matching';
import type { Person, TypedBy } from './person';

/** Check digits, by the matching library. */
export const typedBy: TypedBy = { nhsNumber: isValidNhsNumber, upn: isValidUpn };

/** A person of the index, as the matcher reads it. */
export const comparableOf = ({ addressLines, postcode, ...person }: Person): ComparablePerson => ({
  ...person,
  address: { lines: addressLines, postcode },
});

/** What some contact said of a person. Where a place of theirs or of their home is protected, no address compares with anything, whoever said it in plain before. */
export const comparableOfSaid = ({
  said,
  isHidden,
}: {
  said: MentionedPerson;
  isHidden: boolean;
}): ComparablePerson => ({
  ...said,
  address: isHidden ? undefined : said.address,
});

/** Whom the analyst looks for: what they typed, and where they typed nothing, what the contact said. */
export function comparableAsked(asked: SearchPeople, said: MentionedPerson | undefined): ComparablePerson {
  const { forenames, surname, birthDate, postcode, nhsNumber, upn } = asked;
  return {
    kind: said?.kind,
    forenames: forenames ?? said?.forenames,
    surname: surname ?? said?.surname,
    aliases: said?.aliases,
    birthDate: birthDate ?? said?.birthDate,
    expectedDate: said?.expectedDate,
    sex: said?.sex,
    address: { lines: said?.address?.lines, postcode: postcode ?? said?.address?.postcode },
    nhsNumber: nhsNumber ?? said?.nhsNumber,
    upn: upn ?? said?.upn,
  };
}
