import { DEMO_AGENCIES, DEMO_AGENCY_REGISTER, DEMO_PARTNERSHIP, OTHER_PARTNERSHIP } from '@mash/contracts';
import type { AgencyKind, Role } from '@mash/contracts';
import type { DemoGroup, DemoPerson } from './demo-person';

/** Invented agencies that are in no register: the other partnership's. */
const ELSEWHERE: Record<string, { name: string; kind: AgencyKind } | undefined> = {
  'estuary-council': { name: 'Estuary Council', kind: 'council' },
};

const agencyOf = (id: string): { name: string; kind: AgencyKind } => {
  const found = DEMO_AGENCY_REGISTER.find((agency) => agency.id === id) ?? ELSEWHERE[id];
  if (found === undefined) throw new Error(`No demo agency ${id}`);
  return found;
};

const emailOf = (name: string, agency: string): string =>
  `${name.toLowerCase().replace(/^dr /, '').replaceAll(' ', '.')}@${agency}.example`;

type Row = [name: string, roleTitle: string, role: Role, agency: string, group: DemoGroup, clearances?: string[]];

const SOCIAL_WORKER = ['social-worker'];
const MAY_OVERRIDE = [...SOCIAL_WORKER, 'override'];
const at = DEMO_AGENCIES;
const signsFor = (agency: string): [Role, string, DemoGroup] => [
  'agreement-signatory',
  agency,
  'Who sign sharing agreements',
];

/** One for each role of the platform, a few twice. All names are invented. Order fixes the account ids: add at the end only. */
const ROWS: Row[] = [
  ['Amara Osei', 'Designated safeguarding lead', 'referrer', at.school, 'Refer'],
  ['Dr Tom Whitlock', 'General practitioner', 'referrer', at.surgery, 'Refer'],
  ['Sophie Lindqvist', 'Contact officer', 'contact-officer', at.council, 'The hub'],
  ['Priya Raman', 'MASH analyst, social worker', 'mash-analyst', at.council, 'The hub', SOCIAL_WORKER],
  ['Callum Reid', 'MASH analyst', 'mash-analyst', at.council, 'The hub'],
  ['Helen Okafor', 'MASH manager', 'mash-manager', at.council, 'The hub', MAY_OVERRIDE],
  ['Marcus Dean', 'Police liaison', 'police-liaison', at.police, 'Agencies'],
  ['Nia Prosser', 'Health liaison', 'health-liaison', at.health, 'Agencies'],
  ['Farid Haddad', 'Education liaison', 'education-liaison', at.education, 'Agencies'],
  ['Joanna Petrie', 'Social care liaison', 'social-care-liaison', at.socialCare, 'Agencies'],
  ['Lucy Bannister', 'Early help coordinator', 'early-help-coordinator', at.earlyHelp, 'Receiving teams'],
  ['Daniel Achebe', 'Social care manager', 'social-care-manager', at.socialCare, 'Receiving teams', SOCIAL_WORKER],
  ['Ruth Calloway', 'Emergency duty team', 'emergency-duty', at.socialCare, 'Receiving teams', SOCIAL_WORKER],
  ['Edwin Marsh', 'Information governance officer', 'ig-officer', at.council, 'Oversight'],
  ['Grace Tanaka', 'Partnership administrator', 'partnership-admin', at.council, 'Oversight'],
  ['Oliver Stead', 'Auditor', 'auditor', at.council, 'Oversight'],
  [
    'Isla Fenwick',
    'MASH analyst, social worker',
    'mash-analyst',
    'estuary-council',
    'Another partnership',
    SOCIAL_WORKER,
  ],
  ['Bola Adeyemi', 'Housing liaison', 'agency-liaison', at.housing, 'Agencies'],
  ['Tunde Bakare', 'MASH manager, deputy', 'mash-manager', at.council, 'The hub', MAY_OVERRIDE],
  ['Ewan Price', 'Police liaison, deputy', 'police-liaison', at.police, 'Agencies'],
  ['Karen Holt', 'Detective inspector', 'police-liaison', at.police, 'Agencies'],
  ['Meera Shah', 'Named nurse for safeguarding', 'health-liaison', at.health, 'Agencies'],
  ['Nadia Oyelaran', 'Data protection officer', ...signsFor(at.council)],
  ['Paul Varga', 'Head of public protection', ...signsFor(at.police)],
  ['Dr Shirin Kazemi', 'Caldicott Guardian', ...signsFor(at.health)],
  ['Tunde Balogun', 'Designated nurse for safeguarding', ...signsFor(at.icb)],
  ['Carys Bevan', 'Head of education safeguarding', ...signsFor(at.education)],
  ['Imran Sheikh', 'Director of housing services', ...signsFor(at.housing)],
  ['Beth Lawler', 'Head of the probation delivery unit', ...signsFor(at.probation)],
  ['Rosa Quintero', 'Chief executive', ...signsFor(at.voluntary)],
];

const accountId = (index: number): string => `0198aaaa-0000-7000-8000-${String(index + 1).padStart(12, '0')}`;

export const DEMO_PEOPLE: readonly DemoPerson[] = ROWS.map(
  ([name, roleTitle, role, agency, group, clearances = []], index) => ({
    accountId: accountId(index),
    name,
    roleTitle,
    email: emailOf(name, agency),
    roles: [role],
    agency,
    agencyName: agencyOf(agency).name,
    agencyKind: agencyOf(agency).kind,
    partnership: agency in ELSEWHERE ? OTHER_PARTNERSHIP : DEMO_PARTNERSHIP,
    clearances,
    group,
  }),
);

export const demoPerson = (id: string): DemoPerson | undefined => DEMO_PEOPLE.find((person) => person.accountId === id);
