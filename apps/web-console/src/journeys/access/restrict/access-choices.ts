import type { EnquiryAccess, Role, StaffMember } from '@mash/contracts';
import type { Option } from '../../../forms/field-view';
import { agencyWords } from '../../../presenters/agency-words';

/** Whom a restriction shuts out and naming lets in: the hub and its door. */
const OPENED_BY_NAMING: readonly Role[] = ['mash-analyst', 'mash-manager', 'contact-officer', 'emergency-duty'];

const nameOf = ({ name, roleTitle, agencyId }: StaffMember): string =>
  `${name}, ${roleTitle}, ${agencyWords(agencyId)}`;

/** A person as colleagues know them; somebody who has not signed in since has a number only. */
export function whoIs({ staff }: EnquiryAccess, accountId: string): string {
  const known = staff.find((one) => one.accountId === accountId);
  return known === undefined ? `Account ${accountId}` : nameOf(known);
}

const options = (access: EnquiryAccess, accountIds: readonly string[]): Option[] =>
  [...new Set(accountIds)].map((value) => ({ value, text: whoIs(access, value) }));

/** Who can be named: those who are, and everybody of the hub and its door. Whoever sets it is named anyhow. */
export const namedChoices = (access: EnquiryAccess, readerId: string): Option[] => {
  const byRole = access.staff.filter(({ roles }) => roles.some((role) => OPENED_BY_NAMING.includes(role)));
  const all = [...access.named, ...byRole].map(({ accountId }) => accountId);
  return options(
    access,
    all.filter((id) => id !== readerId),
  );
};

/** Who is in conflict now. */
export const conflictChoices = (access: EnquiryAccess): Option[] =>
  options(
    access,
    access.conflicts.map(({ accountId }) => accountId),
  );

/** Who else could be: everybody who works with the platform, save whoever says so. */
export const staffChoices = (access: EnquiryAccess, readerId: string): Option[] => {
  const already = [readerId, ...access.conflicts.map(({ accountId }) => accountId)];
  return options(
    access,
    access.staff.map(({ accountId }) => accountId).filter((id) => !already.includes(id)),
  );
};
