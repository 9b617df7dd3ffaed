import { PEOPLE } from '../../demo-data/people.mjs';

const account = (n: number): string => `0198aaaa-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Accounts of the demo people by what they do; `stranger` is an analyst of another partnership. */
export const ACCOUNTS = {
  ...PEOPLE,
  auditor: account(16),
  stranger: account(17),
};
export type Person = keyof typeof ACCOUNTS;

/** Liaison officers by the agency they answer for. */
export const LIAISON: Readonly<Record<string, Person>> = {
  'riverside-police': 'police',
  'riverside-health-trust': 'health',
  'riverside-education': 'education',
  'riverside-social-care': 'socialCare',
};
