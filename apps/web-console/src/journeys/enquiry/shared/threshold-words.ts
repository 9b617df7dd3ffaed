import type { RateEnquiry, ThresholdLevel } from '@mash/contracts';
import type { Option } from '../../../forms/field-view';

/** What a qualified person has judged in law, so far. */
export const THRESHOLDS = [
  { value: 'none', text: 'None reached' },
  { value: 'early_help', text: 'Early help' },
  { value: 's17', text: 'Section 17: child in need' },
  { value: 's47', text: 'Section 47: reasonable cause to suspect significant harm' },
] as const satisfies (Option & { value: ThresholdLevel })[];

type Ground = RateEnquiry['threshold']['grounds'][number];

export const THRESHOLD_GROUNDS = [
  { value: 'injury', text: 'Injury' },
  { value: 'disclosure', text: 'The child said so' },
  { value: 'neglect', text: 'Neglect' },
  { value: 'emotional', text: 'Emotional harm' },
  { value: 'sexual', text: 'Sexual harm' },
  { value: 'domestic_abuse', text: 'Domestic abuse' },
  { value: 'exploitation', text: 'Exploitation' },
  { value: 'missing', text: 'Missing' },
  { value: 'parental_capacity', text: 'What the parents can manage' },
  { value: 'disability', text: 'Disability' },
  { value: 'unborn_risk', text: 'Risk to an unborn baby' },
  { value: 'needs_unmet', text: 'Needs not met' },
  { value: 'other', text: 'Another ground' },
] as const satisfies (Option & { value: Ground })[];
