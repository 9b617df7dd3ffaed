import type { Birth } from '@mash/clocks';
import type { BirthDate } from '@mash/contracts';

interface Born {
  readonly birthDate?: BirthDate | undefined;
  readonly expectedDate?: string | undefined;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** A birth date of the forms as the clocks library reads it: `2024`, `2024-03` or `2024-03-15`. */
export function birthOf({ birthDate, expectedDate }: Born): Birth {
  if (birthDate?.year === undefined) return { expectedDate };
  const { year, month, day, approximate } = birthDate;
  const parts = [
    String(year),
    ...(month === undefined ? [] : [twoDigits(month), ...(day === undefined ? [] : [twoDigits(day)])]),
  ];
  return { birthDate: parts.join('-'), approximate };
}
