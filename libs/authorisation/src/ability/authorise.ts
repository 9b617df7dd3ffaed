import type { Actor } from '../actor/actor';
import { Refusal } from '../refusal';
import type { ActionOn, Subject, SubjectKind } from './abilities';
import { can } from './can';
import { defineAbilityFor } from './define-ability';
import { reasonCodeFor } from './reason-code';

/** Actions on what is not there yet: refusing them tells nobody that something exists. */
const MAKING: ReadonlySet<string> = new Set(['create', 'take-call', 'make', 'request', 'register', 'place']);

const upper = (words: string): string =>
  words
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toUpperCase();

/**
 * Lets the actor do this to this record, or throws a `Refusal`: 404 where they may not know of it (it reads like a record that is
 * not there), 403 with a code such as `ENQUIRY.RATE_NOT_ALLOWED` where they may read it and not do this.
 */
export function authorise<Kind extends SubjectKind>(
  actor: Actor,
  action: ActionOn<Kind>,
  subject: Subject<Kind> & { kind: Kind },
): void {
  if (can(actor, action, subject)) return;
  const reason = reasonCodeFor(actor, subject);
  const kind = upper(subject.kind);
  const mayKnow = MAKING.has(action) || defineAbilityFor(actor).can('read', subject);
  if (mayKnow) {
    throw new Refusal(
      `${kind}.${upper(action)}_NOT_ALLOWED`,
      403,
      'Your role does not let you do this.',
      action,
      subject,
      reason,
    );
  }
  throw new Refusal(
    `${kind}.NOT_FOUND`,
    404,
    'There is no such record, or you may not see it.',
    action,
    subject,
    reason,
  );
}
