import type { ServiceName } from '../config';

const WORDS: Readonly<Record<ServiceName, string>> = {
  'contact-intake': 'The contacts service',
  decision: 'The decision service',
  'agency-requests': 'The agency requests service',
  sharing: 'The sharing service',
  audit: 'The audit log',
};

/** A service as the screens call it. */
export const serviceWords = (service: ServiceName): string => WORDS[service];
