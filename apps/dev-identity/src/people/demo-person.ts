import type { AgencyKind, Role } from '@mash/contracts';

/** Where a person stands on the sign-in page. */
export type DemoGroup =
  | 'Refer'
  | 'The hub'
  | 'Agencies'
  | 'Receiving teams'
  | 'Oversight'
  | 'Who sign sharing agreements'
  | 'Another partnership';

/** An invented person that one can sign in as. */
export interface DemoPerson {
  accountId: string;
  name: string;
  roleTitle: string;
  email: string;
  roles: Role[];
  agency: string;
  agencyName: string;
  agencyKind: AgencyKind;
  partnership: string;
  clearances: string[];
  group: DemoGroup;
}
