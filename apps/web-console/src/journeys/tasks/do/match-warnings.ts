import type { ObligationView } from '@mash/contracts';
import { enquiryPath } from '../../enquiry/shared';
import type { TellingWarning } from './telling-warnings';

/** A doubted match is answered by saying whether it is this person; no note ends the doubt. What an agency holds is asked of it on its own pages. */
export const matchWarnings = ({
  code,
  agencyId,
  enquiryReference,
}: Pick<ObligationView, 'code' | 'agencyId' | 'enquiryReference'>): TellingWarning[] =>
  code === 'CONFIRM_NOW' && agencyId === undefined
    ? [
        {
          text: 'Where somebody doubts that it is this person, say whether it is: a note alone leaves the doubt.',
          link: { href: enquiryPath(enquiryReference, '/recalls'), text: 'Recalls and doubts of this enquiry' },
        },
      ]
    : [];
