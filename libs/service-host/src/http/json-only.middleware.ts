import type { NextFunction, Request, Response } from 'express';
import { CodedError } from '../errors/coded-error';

const hasBody = (request: Request): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;

/** A body in anything but JSON is refused, where a parser would quietly have left it unread. */
export function jsonOnly(request: Request, _response: Response, next: NextFunction): void {
  if (hasBody(request) && request.is(['application/json', 'application/*+json']) === false) {
    next(new CodedError('REQUEST.MEDIA_TYPE', 415, 'Send JSON (content type application/json).'));
    return;
  }
  next();
}
