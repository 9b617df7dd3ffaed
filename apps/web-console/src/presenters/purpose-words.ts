import { Purpose } from '@mash/contracts';

const WORDS: Readonly<Record<Purpose, string>> = {
  SCREEN: 'Screening a concern',
  EH: 'Early help',
  S17: 'Child in need, section 17',
  S47: 'Significant harm, section 47',
  STRATEGY: 'Strategy discussion',
  DA: 'Domestic abuse',
  MISSING: 'Missing child',
  ENCOMPASS: 'Telling a school of domestic abuse',
  INFORM: 'Informing a service',
  FEEDBACK: 'Telling the referrer',
  SAR: 'Subject access',
  ADULT_RISK: 'Risk to an adult',
  EVIDENCE: 'Evidence',
  IMMIGRATION: 'Immigration',
  LITIGATION: 'Litigation',
  PUBLICITY: 'Publicity',
};

/** A purpose in words; one that is not in the list, as the log has it; none is said, never left blank. */
export function purposeWords(purpose: string | null | undefined): string {
  const known = Purpose.safeParse(purpose).data;
  return known === undefined ? (purpose ?? 'None recorded') : WORDS[known];
}
