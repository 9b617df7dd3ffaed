import { PassingFailure } from '@mash/messaging';
import { CodedError } from '@mash/service-host';

/** For a person who waits: an owner of the facts has not heard of the enquiry yet. @throws CodedError SERVICE.UNAVAILABLE (503); any other error as it is */
export function notReadyYet(error: unknown): never {
  if (error instanceof PassingFailure)
    throw new CodedError('SERVICE.UNAVAILABLE', 503, 'This enquiry is not ready everywhere yet. Try again shortly.');
  throw error;
}
