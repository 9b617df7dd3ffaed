import type { Purpose } from '@mash/contracts';

/** Why something is shared, as the end of a sentence. */
export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  SCREEN: 'to screen a concern',
  EH: 'for early help',
  S17: 'for a child in need (section 17)',
  S47: 'where a child may be suffering significant harm (section 47)',
  STRATEGY: 'for a strategy discussion',
  DA: 'about domestic abuse',
  MISSING: 'about a missing child',
  ENCOMPASS: 'to tell a school of domestic abuse',
  INFORM: 'to inform a service',
  FEEDBACK: 'to tell the referrer',
  SAR: 'to answer a subject access request',
  ADULT_RISK: 'about risk to an adult',
  EVIDENCE: 'as evidence',
  IMMIGRATION: 'for immigration',
  LITIGATION: 'for litigation',
  PUBLICITY: 'for publicity',
};
