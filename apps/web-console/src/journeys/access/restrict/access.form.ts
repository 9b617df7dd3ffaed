import type { EnquiryAccess, SetAccess } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { conflictChoices, namedChoices, staffChoices } from './access-choices';

const MOST = 2000;

export type AccessTyped = Pick<SetAccess, 'expectedVersion' | 'restricted' | 'named' | 'conflicts'> & {
  readonly reason: string;
};

/** Both lists as they shall be: only accounts that the page offered. */
export function readAccess(
  posted: Posted,
  standing: EnquiryAccess,
  readerId: string,
): { typed?: AccessTyped; errors: FieldError[] } {
  const restricted = posted.choice('restricted', ['yes', 'no']);
  const values = (options: readonly { value: string }[]) => options.map(({ value }) => value);
  const named = posted.choices('named', values(namedChoices(standing, readerId)));
  const added = posted.choice('conflict', values(staffChoices(standing, readerId)));
  const kept = posted.choices('conflicts', values(conflictChoices(standing)));
  const conflicts = [...new Set([...kept, ...(added === undefined ? [] : [added])])];
  const reason = posted.optional('reason');
  const errors: FieldError[] = [
    ...(restricted === undefined ? [{ field: 'restricted', text: 'Choose who may open it in the hub' }] : []),
    ...(posted.text('conflict') !== '' && added === undefined
      ? [{ field: 'conflict', text: 'Choose somebody from the list' }]
      : []),
    ...(named.some((id) => conflicts.includes(id))
      ? [{ field: 'named', text: 'Nobody can be named and in conflict: a conflict of interest comes first' }]
      : []),
    ...(reason === undefined ? [{ field: 'reason', text: 'Write why: it is sealed, and can be asked for later' }] : []),
    ...((reason?.length ?? 0) > MOST ? [{ field: 'reason', text: 'Use 2,000 characters or fewer' }] : []),
  ];
  if (restricted === undefined || reason === undefined || errors.length > 0) return { errors };
  const isShut = restricted === 'yes';
  const expectedVersion = /^\d{1,9}$/.test(posted.text('version')) ? Number(posted.text('version')) : standing.version;
  return { typed: { expectedVersion, restricted: isShut, named: isShut ? named : [], conflicts, reason }, errors };
}
