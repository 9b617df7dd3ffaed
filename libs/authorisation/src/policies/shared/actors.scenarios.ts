import { DEMO_AGENCIES, DEMO_PARTNERSHIP, OTHER_PARTNERSHIP } from '@mash/contracts';
import type { AgencyKind, Role } from '@mash/contracts';
import type { PersonActor, SystemActor } from '../../actor/actor';

export const HERE = DEMO_PARTNERSHIP;
export const ELSEWHERE = OTHER_PARTNERSHIP;
export const AGENCIES = DEMO_AGENCIES;

let made = 0;
const person = (
  role: Role,
  agencyId: string,
  agencyKind: AgencyKind,
  changes: Partial<PersonActor> = {},
): PersonActor => ({
  kind: 'person',
  id: `0198bbbb-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`,
  roles: [role],
  agencyId,
  agencyKind,
  partnershipId: HERE,
  clearances: [],
  ...changes,
});

const { council, socialCare, earlyHelp, police, health, education, school, housing } = AGENCIES;
const socialWorker = { clearances: ['social-worker'] };

export const teacher = person('referrer', school, 'education');
export const otherTeacher = person('referrer', school, 'education');
export const contactOfficer = person('contact-officer', council, 'council');
export const analyst = person('mash-analyst', council, 'council');
export const socialWorkAnalyst = person('mash-analyst', council, 'council', socialWorker);
export const manager = person('mash-manager', council, 'council');
export const overridingManager = person('mash-manager', council, 'council', { clearances: ['override'] });
export const secondOverridingManager = person('mash-manager', council, 'council', { clearances: ['override'] });
export const policeLiaison = person('police-liaison', police, 'police');
export const healthLiaison = person('health-liaison', health, 'health');
export const secondHealthLiaison = person('health-liaison', health, 'health');
export const educationLiaison = person('education-liaison', education, 'education');
export const housingLiaison = person('agency-liaison', housing, 'housing');
export const socialCareLiaison = person('social-care-liaison', socialCare, 'council');
export const earlyHelpCoordinator = person('early-help-coordinator', earlyHelp, 'council');
export const socialCareManager = person('social-care-manager', socialCare, 'council', socialWorker);
export const emergencyDuty = person('emergency-duty', socialCare, 'council', socialWorker);
export const igOfficer = person('ig-officer', council, 'council');
export const admin = person('partnership-admin', council, 'council');
export const policeSignatory = person('agreement-signatory', police, 'police');
export const healthSignatory = person('agreement-signatory', health, 'health');
export const auditor = person('auditor', council, 'council');
export const analystElsewhere = person('mash-analyst', 'estuary-council', 'council', {
  ...socialWorker,
  partnershipId: ELSEWHERE,
});
export const managerElsewhere = person('mash-manager', 'estuary-council', 'council', { partnershipId: ELSEWHERE });
export const igOfficerElsewhere = person('ig-officer', 'estuary-council', 'council', { partnershipId: ELSEWHERE });
export const liaisonElsewhere = person('police-liaison', police, 'police', { partnershipId: ELSEWHERE });

const system = (scopes: string[], changes: Partial<SystemActor> = {}): SystemActor => ({
  kind: 'system',
  id: 'health-system',
  scopes,
  partnershipId: HERE,
  agencyId: health,
  ...changes,
});
export const healthSystem = system(['contacts:create', 'requests:answer']);
export const readingSystem = system(['requests:read']);
export const systemWithoutScope = system(['facts:read']);
export const ourOwnService: SystemActor = { kind: 'system', id: 'decision', scopes: ['internal', 'facts:read'] };

export const everybody = [
  ...[teacher, otherTeacher, contactOfficer, analyst, socialWorkAnalyst, manager, policeLiaison, healthLiaison],
  ...[overridingManager, secondOverridingManager],
  ...[
    secondHealthLiaison,
    educationLiaison,
    housingLiaison,
    socialCareLiaison,
    earlyHelpCoordinator,
    socialCareManager,
  ],
  ...[
    emergencyDuty,
    igOfficer,
    admin,
    auditor,
    policeSignatory,
    healthSignatory,
    analystElsewhere,
    managerElsewhere,
    igOfficerElsewhere,
    liaisonElsewhere,
  ],
  ...[healthSystem, readingSystem, systemWithoutScope, ourOwnService],
];
