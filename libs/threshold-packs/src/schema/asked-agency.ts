import type { AgencyKind, Category } from '@mash/contracts';
import { z } from 'zod';

/** Whom a research plan can ask. The agency register says which body of a partnership this is. */
export const AskedAgency = z.enum([
  'police',
  'health',
  'education',
  'social-care',
  'early-help',
  'housing',
  'probation',
  'youth-justice',
]);
export type AskedAgency = z.infer<typeof AskedAgency>;

/** What each can be asked about, and its kind in the agency register. */
export const ASKED_AGENCIES: Readonly<
  Record<AskedAgency, { readonly label: string; readonly kind: AgencyKind; readonly categories: readonly Category[] }>
> = {
  police: {
    label: 'Police',
    kind: 'police',
    categories: [
      'police-incidents',
      'police-convictions',
      'police-intelligence',
      'domestic-abuse',
      'protective-orders',
      'missing-episodes',
    ],
  },
  health: {
    label: 'Health',
    kind: 'health',
    categories: [
      'health-registration',
      'health-attendance',
      'health-injuries',
      'health-development',
      'parental-mental-health',
      'substance-misuse',
      'sexual-health',
    ],
  },
  education: {
    label: 'Education',
    kind: 'education',
    categories: ['education-enrolment', 'education-attendance', 'education-send', 'education-safeguarding'],
  },
  'social-care': {
    label: "Children's social care",
    kind: 'council',
    categories: ['social-care-status', 'social-care-history', 'domestic-abuse'],
  },
  'early-help': { label: 'Early help', kind: 'council', categories: ['early-help-history'] },
  housing: { label: 'Housing', kind: 'housing', categories: ['housing-tenancy'] },
  probation: { label: 'Probation', kind: 'probation', categories: ['probation-supervision'] },
  'youth-justice': { label: 'Youth justice', kind: 'youth_justice', categories: ['youth-justice'] },
};
