import { can, type PersonActor } from '@mash/authorisation';
import type { CaseAccess } from '@mash/case-access';
import type { ObligationView, TaskStep } from '@mash/contracts';
import { OBLIGATIONS } from '../../domain/decision';
import type { TellingNow } from '../../domain/obligations/telling-now';
import { obligationSubject } from '../../features/complete-obligation/complete-obligation.handler';
import type { ObligationRow, TakenStep } from '../../obligations/obligation.repository';
import type { Naming } from '../../register/named-to-reader';

const WAITING = 'INFORM_PARENT';

function stateOf({ doneAt, ground, code }: ObligationRow, isHeld: boolean): ObligationView['state'] {
  if (doneAt !== null) return 'done';
  if (code === WAITING && isHeld) return 'waiting';
  return ground === null ? 'open' : 'ground';
}

function wordsOf({ code, part }: Pick<ObligationRow, 'code' | 'part'>): string {
  const { what, then } = OBLIGATIONS[code];
  return part > 1 && then ? then.what : what;
}

export const stepView = (step: TakenStep): TaskStep => ({
  ...{ stepId: step.stepId, code: step.code, words: wordsOf(step), outcome: step.outcome },
  ...(step.ground !== null && { ground: step.ground }),
  ...(step.personId !== null && { personId: step.personId }),
  ...{ takenBy: step.takenBy, takenAt: step.takenAt.toISOString() },
  sealedNote: { kid: step.kid, envelope: step.envelope },
});

/** A task as this reader may see it. While telling is on hold it reads HOLD, without the cause, and is not late. */
export function obligationView(
  actor: PersonActor,
  row: ObligationRow,
  its: { enquiryReference: string; telling: TellingNow; access: CaseAccess; naming: Naming; now: Date },
): ObligationView {
  const { code, part, dueAt, lawDueAt, doneAt, earlierDoneAt } = row;
  const state = stateOf(row, its.telling.isHeld(row.personId));
  const isOpen = state === 'open' || state === 'ground';
  const cautions = code === WAITING && doneAt === null ? its.telling.cautions(row.personId) : [];
  const subject = obligationSubject(row, its.access, its.now);
  const late = isOpen && dueAt < its.now;
  const mayComplete = isOpen && !row.isByStatement && can(actor, 'complete', subject);
  return {
    ...{ obligationId: row.obligationId, enquiryId: row.enquiryId, enquiryReference: its.enquiryReference, code, part },
    words: wordsOf(row),
    owner: row.owner,
    ...(row.agencyId !== null && { agencyId: its.naming.of(row.enquiryId, row.agencyId) }),
    ...(row.personId !== null && { personId: row.personId }),
    dueAt: dueAt.toISOString(),
    ...(lawDueAt !== null && { lawDueAt: lawDueAt.toISOString() }),
    ...{ state, late, mayComplete },
    ...(late && subject.climbedTo !== 'nobody' && { climbedTo: subject.climbedTo }),
    ...(state === 'waiting' && { waitsFor: 'HOLD' as const }),
    ...(cautions.length > 0 && { cautions }),
    ...(row.ground !== null && { ground: row.ground }),
    ...(doneAt !== null && { doneAt: doneAt.toISOString() }),
    ...(earlierDoneAt && { earlierDoneAt: earlierDoneAt.toISOString() }),
    ...(row.doneBy !== null && its.naming.isNamed(row.enquiryId, row.agencyId) && { doneBy: row.doneBy }),
    mayGiveGround: code === WAITING && doneAt === null && can(actor, 'complete', subject),
  };
}

/** Late ones first, then the soonest, then what is done. */
export const lateFirst = (a: ObligationView, b: ObligationView): number =>
  Number(a.state === 'done') - Number(b.state === 'done') ||
  Number(b.late) - Number(a.late) ||
  a.dueAt.localeCompare(b.dueAt) ||
  a.code.localeCompare(b.code);
