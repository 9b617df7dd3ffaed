import { CoverageState } from '@mash/contracts';
import { IdentifierUsed } from '@mash/sealing';
import type { Option } from '../../../forms/field-view';

const STATES: Readonly<Record<CoverageState, string>> = {
  known_current: 'Known to us now',
  known_historic: 'Known to us in the past',
  not_known: 'Not known: we searched and found nothing',
  part_searched: 'Searched in part',
  declined: 'We decline to say',
};
export const STATE_OPTIONS: readonly Option[] = CoverageState.options.map((value) => ({ value, text: STATES[value] }));

const IDENTIFIERS: Readonly<Record<IdentifierUsed, string>> = {
  name: 'Name',
  other_names: 'Other names',
  date_of_birth: 'Date of birth',
  expected_date: 'Expected date',
  address: 'Address',
  former_addresses: 'Former addresses',
  nhs_number: 'NHS number',
  upn: 'Unique pupil number',
  pnc_id: 'PNC id',
  social_care_id: 'Social care id',
  telephone: 'Telephone',
  household_members: 'Household members',
  other: 'Something else',
};
export const IDENTIFIER_OPTIONS: readonly Option[] = IdentifierUsed.options.map((value) => ({
  value,
  text: IDENTIFIERS[value],
}));

export const identifierWords = (code: string): string => {
  const known = IdentifierUsed.safeParse(code).data;
  if (known === undefined) return code;
  const words = IDENTIFIERS[known];
  return /^[A-Z]{2}/.test(words) ? words : words.toLowerCase();
};
