import { PEOPLE } from './people.mjs';

const row = (agencyId, accountId, name, jobTitle, approves = true) => ({
  agencyId,
  accountId,
  name,
  jobTitle,
  approves,
});

/** Who signs for which body of the Riverside partnership, by name and post. All of them are invented. */
export const SIGNATORIES = [
  row('riverside-council', PEOPLE.councilSignatory, 'Nadia Oyelaran', 'Data protection officer'),
  row('riverside-police', PEOPLE.policeSignatory, 'Paul Varga', 'Head of public protection'),
  row('riverside-health-trust', PEOPLE.healthSignatory, 'Dr Shirin Kazemi', 'Caldicott Guardian'),
  row('riverside-icb', PEOPLE.icbSignatory, 'Tunde Balogun', 'Designated nurse for safeguarding'),
  row('riverside-education', PEOPLE.educationSignatory, 'Carys Bevan', 'Head of education safeguarding'),
  row('riverside-homes', PEOPLE.housingSignatory, 'Imran Sheikh', 'Director of housing services'),
  row('riverside-probation', PEOPLE.probationSignatory, 'Beth Lawler', 'Head of the probation delivery unit'),
  row('riverside-family-charity', PEOPLE.charitySignatory, 'Rosa Quintero', 'Chief executive'),
  row('riverside-council', PEOPLE.administrator, 'Grace Tanaka', 'Partnership administrator', false),
  row('riverside-council', PEOPLE.governance, 'Edwin Marsh', 'Information governance officer', false),
];

/** The account that approves for each body. */
export const SIGNATORY_OF = Object.fromEntries(
  SIGNATORIES.filter(({ approves }) => approves).map(({ agencyId, accountId }) => [agencyId, accountId]),
);
