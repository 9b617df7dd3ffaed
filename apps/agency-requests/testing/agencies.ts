import { DEMO_AGENCIES } from '@mash/contracts';
import type { Agencies } from '@mash/contracts';

const body = (agencyId: string, kind: string, answersFor: string[]): Agencies['agencies'][number] => ({
  agencyId,
  name: `Name of ${agencyId}`,
  kind,
  bound: true,
  revealsCategory: false,
  answersFor,
});

/** The register as `sharing` answers it. */
export const registerOf = (): Agencies => ({
  agencies: [
    body(DEMO_AGENCIES.council, 'council', []),
    body(DEMO_AGENCIES.police, 'police', ['police']),
    body(DEMO_AGENCIES.health, 'health', ['health']),
    body(DEMO_AGENCIES.education, 'education', ['education']),
  ],
});
