import type { RecallsOfEnquiry } from '@mash/contracts';
import { recallHeading } from '../../recalls/enquiry/enquiry-recalls.presenter';
import { enquiryPath } from '../shared/enquiry-sections';

/** How the recalls of an enquiry go, in a line; none where nothing was recalled or doubted. */
export function recallsLine(
  reference: string,
  recalls: RecallsOfEnquiry | 'not known',
): { text: string; href: string } | undefined {
  const href = enquiryPath(reference, '/recalls');
  if (recalls === 'not known') return { text: 'Whether something was recalled cannot be seen now', href };
  const { length } = recalls.questions;
  const doubts = length === 0 ? '' : `; ${String(length)} waits for whom it is about`;
  const isNothing = recalls.recalls.length === 0 && length === 0;
  return isNothing ? undefined : { text: `${recallHeading(recalls.recalls)}${doubts}`, href };
}
