import type { NextFunction, Request, Response } from 'express';
import { CodedError } from '../errors/coded-error';

/** What the parser says of a body that it will not read, in our codes. Its own messages quote the body and go no further. */
const BODY_PROBLEMS: Record<string, [status: number, code: string, detail: string] | undefined> = {
  'entity.too.large': [413, 'REQUEST.TOO_LARGE', 'The request is larger than this service takes.'],
  'entity.parse.failed': [400, 'REQUEST.MALFORMED_JSON', 'The request body is not well-formed JSON.'],
  'encoding.unsupported': [415, 'REQUEST.MEDIA_TYPE', 'The content encoding is not supported.'],
  'charset.unsupported': [415, 'REQUEST.MEDIA_TYPE', 'Send JSON in UTF-8.'],
  'request.size.invalid': [400, 'REQUEST.INVALID', 'The body is not as long as it says.'],
  'request.aborted': [400, 'REQUEST.INVALID', 'The request was cut short.'],
};

function codedBodyError(error: unknown): unknown {
  const { type, status } = error as { type?: unknown; status?: unknown };
  const known = typeof type === 'string' ? BODY_PROBLEMS[type] : undefined;
  if (known !== undefined) return new CodedError(known[1], known[0], known[2]);
  return status === 400 ? new CodedError('REQUEST.INVALID', 400, 'The body cannot be read.') : error;
}

/** An error handler for right after the parser: its errors in our codes, others untouched. */
export function codeBodyErrors(error: unknown, _request: Request, _response: Response, next: NextFunction): void {
  next(codedBodyError(error));
}
