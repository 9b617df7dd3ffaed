import type { BirthDate } from '@mash/contracts';

/** A birth date in its four columns, so that a part that is not known stays unknown. */
export interface BirthColumns {
  readonly birthYear?: number | undefined;
  readonly birthMonth?: number | undefined;
  readonly birthDay?: number | undefined;
  readonly birthApproximate?: boolean | undefined;
}

export const toBirthColumns = (birth: BirthDate | undefined): BirthColumns => ({
  birthYear: birth?.year,
  birthMonth: birth?.month,
  birthDay: birth?.day,
  birthApproximate: birth?.approximate,
});

/** Undefined where nothing at all is known of it. */
export function fromBirthColumns({
  birthYear,
  birthMonth,
  birthDay,
  birthApproximate,
}: BirthColumns): BirthDate | undefined {
  if (birthYear === undefined && birthMonth === undefined && birthDay === undefined) return undefined;
  return {
    ...(birthYear === undefined ? {} : { year: birthYear }),
    ...(birthMonth === undefined ? {} : { month: birthMonth }),
    ...(birthDay === undefined ? {} : { day: birthDay }),
    ...(birthApproximate === true ? { approximate: true } : {}),
  };
}
