import type { AgreementView } from '@mash/contracts';
import { dayWords } from '../shared/day-words';

interface Field {
  readonly what: string;
  readonly of: (version: AgreementView) => string;
}

/** What a version says once, each in words. */
export const FIELDS: readonly Field[] = [
  { what: 'Title', of: ({ title }) => title },
  { what: 'Public address', of: ({ slug }) => slug },
  { what: 'Tier', of: ({ tier }) => tier },
  { what: 'Kept by', of: ({ owner }) => owner },
  { what: 'First day', of: ({ inForceFrom }) => dayWords(inForceFrom) },
  { what: 'Last day', of: ({ inForceTo }) => (inForceTo === undefined ? 'No last day' : dayWords(inForceTo)) },
  { what: 'Review due', of: ({ reviewDue }) => dayWords(reviewDue) },
  { what: 'Impact assessment', of: ({ dpia }) => dpia ?? 'None is linked' },
  { what: 'Why', of: ({ words }) => words.why },
  { what: 'How long it is kept', of: ({ words }) => words.retention },
  { what: 'Asking and objecting', of: ({ words }) => words.asking ?? 'As the partnership says' },
  { what: 'How it is kept safe', of: ({ words }) => words.security ?? 'Not written down' },
];
