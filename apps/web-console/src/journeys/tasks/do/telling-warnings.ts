import type { ObligationView, TellingCaution } from '@mash/contracts';
import { enquiryPath } from '../../enquiry/shared';

/** What whoever tells the parent has to know first. */
export interface TellingWarning {
  readonly text: string;
  readonly link?: { readonly href: string; readonly text: string };
}

type Task = Pick<ObligationView, 'cautions' | 'enquiryReference'>;
const KEEPS: readonly TellingCaution[] = ['keep_from_family', 'concern_unread'];

/** Whether somebody says first that what must be kept was kept. */
export const keepsSomething = ({ cautions = [] }: Task): boolean => cautions.some((one) => KEEPS.includes(one));

const WORDS: Readonly<Record<TellingCaution, string>> = {
  not_safe_to_tell: 'The decision says that it is not safe to tell the family. Only a new decision changes that.',
  child_objects:
    'They are 13 or over, or may be, and objected to their parents being told. Ask them again before anybody tells.',
  keep_from_family:
    'Whoever told you asked that something is kept from the family. Read what it is before you tell them.',
  concern_unread: 'The concern cannot be read here. Find out what must be kept from the family before you tell them.',
};

export const tellingWarnings = ({ cautions = [], enquiryReference }: Task): TellingWarning[] =>
  cautions.map((one) => ({
    text: WORDS[one],
    ...(KEEPS.includes(one) && { link: { href: enquiryPath(enquiryReference, '/contact'), text: 'Read the concern' } }),
  }));
