import type { Request } from 'express';
import type { SignedInPerson } from './signed-in-person';
import './session-data';

/** A request after the session middleware: `person` is there when somebody is signed in. */
export interface ConsoleRequest extends Request {
  person?: SignedInPerson;
  cspNonce?: string;
}
