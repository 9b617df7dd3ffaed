import type { PersonActor } from '@mash/authorisation';
import { DEMO_AGENCIES, DEMO_PARTNERSHIP, OTHER_PARTNERSHIP } from '@mash/contracts';
import type { AgencyKind, Role } from '@mash/contracts';

const person = (
  number: number,
  role: Role,
  agencyId: string,
  agencyKind: AgencyKind,
  clearances: string[] = [],
): PersonActor => ({
  kind: 'person',
  id: `0198aaaa-0000-7000-8000-${String(number).padStart(12, '0')}`,
  roles: [role],
  agencyId,
  agencyKind,
  partnershipId: DEMO_PARTNERSHIP,
  clearances,
});

const { council, socialCare, earlyHelp, police, health, education, school, surgery } = DEMO_AGENCIES;

/** One invented person for each role, for tests. */
export const people = {
  teacher: person(1, 'referrer', school, 'education'),
  doctor: person(2, 'referrer', surgery, 'health'),
  contactOfficer: person(3, 'contact-officer', council, 'council'),
  socialWorkAnalyst: person(4, 'mash-analyst', council, 'council', ['social-worker']),
  analyst: person(5, 'mash-analyst', council, 'council'),
  manager: person(6, 'mash-manager', council, 'council', ['social-worker', 'override']),
  policeLiaison: person(7, 'police-liaison', police, 'police'),
  healthLiaison: person(8, 'health-liaison', health, 'health'),
  educationLiaison: person(9, 'education-liaison', education, 'education'),
  socialCareLiaison: person(10, 'social-care-liaison', socialCare, 'council'),
  earlyHelpCoordinator: person(11, 'early-help-coordinator', earlyHelp, 'council'),
  socialCareManager: person(12, 'social-care-manager', socialCare, 'council', ['social-worker']),
  emergencyDuty: person(13, 'emergency-duty', socialCare, 'council', ['social-worker']),
  igOfficer: person(14, 'ig-officer', council, 'council'),
  admin: person(15, 'partnership-admin', council, 'council'),
  auditor: person(16, 'auditor', council, 'council'),
  deputyManager: person(19, 'mash-manager', council, 'council', ['social-worker', 'override']),
  policeDeputy: person(20, 'police-liaison', police, 'police'),
  policeSenior: person(21, 'police-liaison', police, 'police'),
  healthDeputy: person(22, 'health-liaison', health, 'health'),
  councilSignatory: person(31, 'agreement-signatory', council, 'council'),
  policeSignatory: person(32, 'agreement-signatory', police, 'police'),
  healthSignatory: person(33, 'agreement-signatory', health, 'health'),
  schoolSignatory: person(34, 'agreement-signatory', school, 'education'),
  otherAnalyst: {
    ...person(17, 'mash-analyst', 'estuary-council', 'council', ['social-worker']),
    partnershipId: OTHER_PARTNERSHIP,
  },
} satisfies Record<string, PersonActor>;
