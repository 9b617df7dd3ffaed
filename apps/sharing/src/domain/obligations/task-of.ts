import type { Subject } from '@mash/authorisation';
import { OBLIGATIONS, type ObligationCode, type ObligationOwner } from '../decision';

/** What a viewer accepts before the item opens, is no task of anybody's: it travels with the item. */
export const travelsWithTheItem = (code: ObligationCode): boolean => {
  const { due } = OBLIGATIONS[code];
  return 'at' in due && due.at === 'with the item';
};

/** From whom to whom the decision was about. */
export interface Between {
  readonly mode: string;
  readonly fromAgencyId: string;
  readonly toAgencyId: string | null;
}

/** Whose staff owe it: the holder's, the recipient's, or null for the hub's. Where the hub asks it holds the question itself. */
export function agencyOwing(code: ObligationCode, { mode, fromAgencyId, toAgencyId }: Between): string | null {
  const { owner } = OBLIGATIONS[code];
  if (owner === 'holder') return mode === 'ask' ? null : fromAgencyId;
  return owner === 'recipient' ? toAgencyId : null;
}

export type OwnerGroup = Subject<'Obligation'>['ownerGroup'];

const GROUPS: Readonly<Record<ObligationOwner, OwnerGroup>> = {
  analyst: 'hub',
  worker: 'hub',
  sender: 'hub',
  viewer: 'hub',
  manager: 'manager',
  'named professional': 'manager',
  'contact officer': 'door',
  holder: 'agency',
  recipient: 'agency',
  ig: 'ig',
  'data protection officer': 'ig',
  'agreement owner': 'admin',
  system: 'system',
};

/** Whose work it is. What an agency would owe that is the hub itself, its managers owe. */
export function groupOwing(code: ObligationCode, agencyId: string | null): OwnerGroup {
  const group = GROUPS[OBLIGATIONS[code].owner];
  return group === 'agency' && agencyId === null ? 'manager' : group;
}

/** Lateness climbs: what the hub, the door or an agency owes to the managers, what managers and others owe to information governance. */
export function climbedTo(group: OwnerGroup, isLate: boolean): Subject<'Obligation'>['climbedTo'] {
  if (!isLate) return 'nobody';
  return group === 'hub' || group === 'door' || group === 'agency' ? 'manager' : 'ig';
}
