import { ageRange, ageWords } from '@mash/clocks';
import type { BirthDate, MentionedPerson } from '@mash/contracts';
import type { Fault } from './fault';
import { saidDate } from './said-date';

const NO_SUCH_DATE = {
  code: 'INTAKE.NO_SUCH_DATE',
  message: 'There is no such date: check the day, the month and the year',
};
const NOT_UNBORN = { code: 'INTAKE.NOT_UNBORN', message: 'Only an unborn baby has an expected date' };

/** Born: a day that is in the calendar and has come. The clocks library knows no age for anything else. */
function isPossibleBirth(date: BirthDate, now: Date): boolean {
  const birthDate = saidDate(date);
  return birthDate === undefined || ageRange({ birthDate }, now) !== undefined;
}

/** `ageWords` is the library's one reader of expected dates: an impossible one comes back as words without a day. */
const isPossibleExpected = (expectedDate: string, now: Date): boolean =>
  ageWords({ expectedDate }, now) !== 'unborn, date not known';

/** Dates that cannot be. A contact marked urgent keeps them as they were said. */
export function dateFaults(people: readonly MentionedPerson[], field: string, now: Date): Fault[] {
  return people.flatMap(({ kind, birthDate, expectedDate }, index) => {
    const at = `${field}.${index}`;
    return [
      ...(birthDate === undefined || isPossibleBirth(birthDate, now)
        ? []
        : [{ field: `${at}.birthDate`, ...NO_SUCH_DATE }]),
      ...(expectedDate === undefined || isPossibleExpected(expectedDate, now)
        ? []
        : [{ field: `${at}.expectedDate`, ...NO_SUCH_DATE }]),
      ...(expectedDate !== undefined && kind !== 'unborn' ? [{ field: `${at}.expectedDate`, ...NOT_UNBORN }] : []),
    ];
  });
}
