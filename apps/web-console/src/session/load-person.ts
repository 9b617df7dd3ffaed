import type { NextFunction, Request, Response } from 'express';
import type { ConsoleRequest } from './console-request';
import { readSecrets } from './session-secrets';

/** Puts the signed-in person on the request. */
export function loadPerson(request: Request, _response: Response, next: NextFunction): void {
  const person = readSecrets(request)?.person;
  if (person !== undefined) (request as ConsoleRequest).person = person;
  next();
}
