import type { SharingMode } from '@mash/contracts';

/** What is done, between "may" and "to": asking is itself a telling, so it is agreed like one. */
export const MODE_WORDS: Readonly<Record<SharingMode, string>> = {
  protect: 'give information at once',
  ask: 'put questions',
  existence: 'say whether they know the person',
  content: 'give information',
  onward: 'have the hub pass information on',
};
