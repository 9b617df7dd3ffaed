import type { Actor } from '../actor/actor';
import { SUBJECTS } from './abilities';
import type { ActionOn, Subject, SubjectKind } from './abilities';
import { defineAbilityFor } from './define-ability';

/** A record that reached a rule without all its attributes: a defect in the code that loaded it, never a "no" nor a "yes". */
export class IncompleteSubject extends Error {
  override readonly name = 'IncompleteSubject';
}

function assertComplete(subject: Subject): void {
  const checked = SUBJECTS[subject.kind].safeParse(subject);
  if (checked.success) return;
  const missing = checked.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new IncompleteSubject(`${subject.kind} was loaded without: ${missing}`);
}

/** Whether the actor may do this to this record. Records are checked whole, never by their kind alone. */
export function can<Kind extends SubjectKind>(
  actor: Actor,
  action: ActionOn<Kind>,
  subject: Subject<Kind> & { kind: Kind },
): boolean {
  assertComplete(subject);
  return defineAbilityFor(actor).can(action, subject);
}

/** Whether there could be any record at all that the actor may do this to: for menus and worklists, never for a record. */
export const couldEver = <Kind extends SubjectKind>(actor: Actor, action: ActionOn<Kind>, kind: Kind): boolean =>
  defineAbilityFor(actor).can(action, kind);
