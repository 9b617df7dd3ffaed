import { STATUS_CODES } from 'node:http';
import { isRefusal } from '@mash/authorisation';
import { HttpException } from '@nestjs/common';
import { CodedError } from './coded-error';
import { PassingServiceFailure } from './passing-service-failure';
import type { ProblemDetails } from './problem-details';

const internal = () => new CodedError('INTERNAL', 500, 'Something went wrong here. It has been logged.');

function fromHttpException(error: HttpException): CodedError {
  const status = error.getStatus();
  if (status === 404) return new CodedError('ROUTE.NOT_FOUND', 404, 'There is nothing at this address.');
  if (status === 400) return new CodedError('REQUEST.INVALID', 400, 'The request is not well formed.');
  if (status >= 500) return internal();
  const words = STATUS_CODES[status] ?? 'Refused';
  return new CodedError(`HTTP.${words.toUpperCase().replace(/\W+/g, '_')}`, status, words);
}

/** A failure that says of itself that it passes, with its code: whoever asked may ask again. */
const passingCode = (error: unknown): string | undefined => {
  const { passing, code } = (error ?? {}) as { passing?: unknown; code?: unknown };
  return passing === true && typeof code === 'string' ? code : undefined;
};

/** Any thrown thing as a coded error. What is not expected becomes `INTERNAL` and says nothing of itself. */
export function codedErrorOf(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  if (isRefusal(error)) return new CodedError(error.code, error.status, error.detail);
  if (error instanceof PassingServiceFailure) {
    return new CodedError('SERVICE.UNAVAILABLE', 503, 'A service that this needs is not answering. Try again shortly.');
  }
  if (error instanceof HttpException) return fromHttpException(error);
  const code = passingCode(error);
  if (code !== undefined)
    return new CodedError(code, 503, 'Something that this needs is not at hand. Try again shortly.');
  return internal();
}

export function problemOf(error: CodedError, traceId: string): ProblemDetails {
  return {
    type: `urn:mash:problem:${error.code.toLowerCase()}`,
    title: STATUS_CODES[error.status] ?? 'Refused',
    status: error.status,
    code: error.code,
    detail: error.detail,
    ...(error.errors === undefined ? {} : { errors: error.errors }),
    traceId,
  };
}
