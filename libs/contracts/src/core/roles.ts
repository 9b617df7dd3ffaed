import { z } from 'zod';

/** What people are in a partnership; what each may do is in libs/authorisation. */
export const Role = z.enum([
  'referrer',
  'contact-officer',
  'mash-analyst',
  'mash-manager',
  'police-liaison',
  'health-liaison',
  'education-liaison',
  'agency-liaison',
  'early-help-coordinator',
  'social-care-liaison',
  'social-care-manager',
  'emergency-duty',
  'ig-officer',
  'partnership-admin',
  'agreement-signatory',
  'auditor',
]);
export type Role = z.infer<typeof Role>;

/** The roles that answer requests for their own agency. */
export const LIAISON_ROLES = [
  'police-liaison',
  'health-liaison',
  'education-liaison',
  'agency-liaison',
  'social-care-liaison',
] as const satisfies readonly Role[];
