import type { ProtectedPlace } from '@mash/contracts';
import { protectedOf } from './household-protection';
import type { Persons } from './household-protection';
import { IntakeRefusal } from './intake-refusal';
import type { RosterMention } from './roster';

interface Where {
  readonly enquiryId: string;
  readonly mentionId: string;
}

/** Whether this clearing was kept already, for this person. @throws IntakeRefusal INTAKE.CLEARING_EXISTS where its id is of another */
export function isDone(earlier: Where | undefined, { enquiryId, mentionId }: Where): boolean {
  if (earlier === undefined) return false;
  if (earlier.enquiryId === enquiryId && earlier.mentionId === mentionId) return true;
  throw new IntakeRefusal('conflict', 'INTAKE.CLEARING_EXISTS', 'Something else was kept already under this id.');
}

/** Nobody clears what is not marked: whoever wants to has seen another roster than there is. @throws IntakeRefusal INTAKE.NOT_PROTECTED */
export function requireProtected(mention: RosterMention, places: readonly ProtectedPlace[], persons: Persons): void {
  const held = protectedOf(mention, persons);
  if (places.every((place) => held.includes(place))) return;
  throw new IntakeRefusal('conflict', 'INTAKE.NOT_PROTECTED', 'This is not marked as to be kept secret. Look again.');
}
