import type { NextStep, QueueRow } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import { enquiryPath } from './enquiry-sections';

/** What is to be done next, as a verb, and the page where it is done. */
export interface NextStepLink {
  readonly text: string;
  readonly href: string;
}

const STEPS: Readonly<Record<NextStep, { text: string; path: string }>> = {
  screen: { text: 'Screen', path: '/people' },
  rate: { text: 'Rate', path: '/rate' },
  send: { text: 'Send requests', path: '/ask' },
  chase: { text: 'Chase', path: '/asks' },
  decide: { text: 'Decide', path: '/decide' },
  look_again: { text: 'Look again', path: '/picture' },
  route: { text: 'Hand over', path: '/route' },
  feedback: { text: 'Tell the referrer', path: '/feedback' },
  wait: { text: 'Read what has come', path: '/picture' },
  done: { text: 'Read it', path: '' },
};

/** "Rate", "Chase Riverside Police". */
export function nextStepLink({
  reference,
  nextStep,
  lateAgencies,
}: Pick<QueueRow, 'reference' | 'nextStep' | 'lateAgencies'>): NextStepLink {
  const { text, path } = STEPS[nextStep];
  const whom = nextStep === 'chase' ? lateAgencies.map(agencyWords) : [];
  const more = whom.length > 1 ? ` and ${whom.length - 1} more` : '';
  return {
    text: whom[0] === undefined ? text : `${text} ${whom[0]}${more}`,
    href: enquiryPath(reference, path),
  };
}
