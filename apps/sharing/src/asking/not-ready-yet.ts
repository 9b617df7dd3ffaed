import { PassingFailure } from '@mash/messaging';
import { CodedError } from '@mash/service-host';

/** For a person who waits: an owner of the facts has not heard of the enquiry yet, or does not answer. */
export const notReady = (): CodedError =>
  new CodedError('SERVICE.UNAVAILABLE', 503, 'This enquiry is not ready everywhere yet. Try again shortly.');

/** @throws CodedError SERVICE.UNAVAILABLE (503) for what passes; any other error as it is */
export function notReadyYet(error: unknown): never {
  throw error instanceof PassingFailure ? notReady() : error;
}
