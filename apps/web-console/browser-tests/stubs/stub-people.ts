import { DEMO_AGENCIES, DEMO_PARTNERSHIP, type AgencyKind, type Role } from '@mash/contracts';

/** Somebody one can sign in as at the stub. All invented. */
export interface StubPerson {
  readonly sub: string;
  readonly name: string;
  readonly role_title: string;
  readonly roles: Role[];
  readonly agency: string;
  readonly agency_kind: AgencyKind;
  readonly partnership: string;
  readonly clearances: string[];
}

const person = (
  number: number,
  name: string,
  role_title: string,
  role: Role,
  agency: string,
  agency_kind: AgencyKind,
): StubPerson => ({
  sub: `0198bbbb-0000-7000-8000-${String(number).padStart(12, '0')}`,
  name,
  role_title,
  roles: [role],
  agency,
  agency_kind,
  partnership: DEMO_PARTNERSHIP,
  clearances: [],
});

export const STUB_PEOPLE = {
  teacher: person(1, 'Amara Osei', 'Designated safeguarding lead', 'referrer', DEMO_AGENCIES.school, 'education'),
  doctor: person(2, 'Tom Whitlock', 'General practitioner', 'referrer', DEMO_AGENCIES.surgery, 'health'),
  contactOfficer: person(3, 'Sophie Lindqvist', 'Contact officer', 'contact-officer', DEMO_AGENCIES.council, 'council'),
  analyst: person(4, 'Priya Raman', 'MASH analyst', 'mash-analyst', DEMO_AGENCIES.council, 'council'),
  manager: person(5, 'Grace Adeyemi', 'MASH manager', 'mash-manager', DEMO_AGENCIES.council, 'council'),
  secondManager: person(6, 'Tomas Lindgren', 'MASH manager', 'mash-manager', DEMO_AGENCIES.council, 'council'),
  emergencyDuty: person(
    31,
    'Noor Bakshi',
    'Emergency duty social worker',
    'emergency-duty',
    DEMO_AGENCIES.socialCare,
    'council',
  ),
  police: person(30, 'Callum Reyes', 'Police liaison officer', 'police-liaison', DEMO_AGENCIES.police, 'police'),
  igOfficer: person(
    20,
    'Helen Forsyth',
    'Information governance officer',
    'ig-officer',
    DEMO_AGENCIES.council,
    'council',
  ),
  signatory: person(
    24,
    'Paul Varga',
    'Head of public protection',
    'agreement-signatory',
    DEMO_AGENCIES.police,
    'police',
  ),
  admin: person(21, 'Owen Pryce', 'Partnership administrator', 'partnership-admin', DEMO_AGENCIES.council, 'council'),
  auditor: person(22, 'Ruth Calloway', 'Auditor', 'auditor', DEMO_AGENCIES.council, 'council'),
  earlyHelp: person(
    23,
    'Leila Haddad',
    'Early help coordinator',
    'early-help-coordinator',
    DEMO_AGENCIES.earlyHelp,
    'council',
  ),
} as const satisfies Record<string, StubPerson>;
