import type { Subject } from '../../ability/abilities';
import {
  teacher,
  contactOfficer,
  analyst,
  policeLiaison,
  healthLiaison,
  igOfficer,
  analystElsewhere,
  liaisonElsewhere,
  healthSystem,
  readingSystem,
  systemWithoutScope,
  AGENCIES,
} from '../shared/actors.scenarios';
import { ordinaryCase, scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const anAgencyRequest = (changes: Partial<Subject<'AgencyRequest'>> = {}): Subject<'AgencyRequest'> => ({
  kind: 'AgencyRequest',
  ...ordinaryCase,
  agencyId: AGENCIES.health,
  issued: true,
  open: true,
  ...changes,
});

export const agencyRequestScenarios: ScenariosOf<'AgencyRequest'> = {
  'read AgencyRequest': {
    granted: [
      scenario('the hub', analyst, anAgencyRequest()),
      scenario('the agency that was asked', healthLiaison, anAgencyRequest()),
      scenario('that agency’s system', healthSystem, anAgencyRequest()),
      scenario('its system that only reads', readingSystem, anAgencyRequest()),
      scenario(
        'that agency, though the case is restricted inside the hub',
        healthLiaison,
        anAgencyRequest({ restricted: true }),
      ),
      scenario('what was answered already', healthLiaison, anAgencyRequest({ open: false })),
    ],
    denied: [
      scenario('another agency', policeLiaison, anAgencyRequest()),
      scenario('another agency’s system', healthSystem, anAgencyRequest({ agencyId: AGENCIES.police })),
      scenario('its system, before it was really asked', healthSystem, anAgencyRequest({ issued: false })),
      scenario('the agency, before it was really asked', healthLiaison, anAgencyRequest({ issued: false })),
      scenario(
        'the same agency in another partnership',
        liaisonElsewhere,
        anAgencyRequest({ agencyId: AGENCIES.police }),
      ),
      scenario('an analyst of another partnership', analystElsewhere, anAgencyRequest()),
      scenario('a referrer', teacher, anAgencyRequest()),
      scenario('an information governance officer', igOfficer, anAgencyRequest()),
      scenario('an analyst who is not named on a restricted case', analyst, anAgencyRequest({ restricted: true })),
    ],
  },
  'send AgencyRequest': {
    granted: [scenario('an analyst', analyst, anAgencyRequest({ issued: false }))],
    denied: [
      scenario('the agency itself', healthLiaison, anAgencyRequest()),
      scenario('a contact officer', contactOfficer, anAgencyRequest()),
    ],
  },
  'chase AgencyRequest': {
    granted: [scenario('an analyst', analyst, anAgencyRequest())],
    denied: [
      scenario('another agency', policeLiaison, anAgencyRequest()),
      scenario('an analyst of another partnership', analystElsewhere, anAgencyRequest()),
    ],
  },
  'answer AgencyRequest': {
    granted: [
      scenario('liaison staff of the agency', healthLiaison, anAgencyRequest()),
      scenario('its system', healthSystem, anAgencyRequest()),
    ],
    denied: [
      scenario('another agency', policeLiaison, anAgencyRequest()),
      scenario('when it was answered or closed', healthLiaison, anAgencyRequest({ open: false })),
      scenario('before it was really asked', healthLiaison, anAgencyRequest({ issued: false })),
      scenario('an analyst on the agency’s behalf', analyst, anAgencyRequest()),
      scenario('a system without the scope', systemWithoutScope, anAgencyRequest()),
      scenario('a system that may only read', readingSystem, anAgencyRequest()),
      scenario('the system of another agency', healthSystem, anAgencyRequest({ agencyId: AGENCIES.police })),
      scenario(
        'a practitioner of the agency who is no liaison',
        teacher,
        anAgencyRequest({ agencyId: AGENCIES.school }),
      ),
    ],
  },
};
