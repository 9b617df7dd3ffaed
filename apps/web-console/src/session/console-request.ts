import type { Request } from 'express';
import type { SignedInPerson } from './signed-in-person';
import './session-data';

/** A request after the session middleware: `person` is there when somebody is signed in. */
export interface ConsoleRequest extends Request {
  person?: SignedInPerson;
  cspNonce?: string;
  /** What was held for this person, and the page now shows; with the time of the press where it filled itself in with it. */
  held?: { readonly id: string; readonly filledInFrom?: Date };
}
