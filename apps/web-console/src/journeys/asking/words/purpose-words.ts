import type { Purpose } from '@mash/contracts';

/** What something is asked or told for, as a reader says it after "for". */
export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  SCREEN: 'screening a new concern',
  EH: 'deciding on early help',
  S17: 'assessing need (section 17)',
  S47: 'a child protection enquiry (section 47)',
  STRATEGY: 'a strategy discussion',
  DA: 'safety from domestic abuse',
  MISSING: 'finding a missing child',
  ENCOMPASS: 'telling the school of a domestic abuse incident',
  INFORM: 'telling the family',
  FEEDBACK: 'telling the referrer',
  SAR: 'answering a subject access request',
  ADULT_RISK: 'an adult at risk',
  EVIDENCE: 'evidence',
  IMMIGRATION: 'immigration',
  LITIGATION: 'litigation',
  PUBLICITY: 'publicity',
};
