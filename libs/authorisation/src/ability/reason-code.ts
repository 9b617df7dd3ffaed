import type { Actor } from '../actor/actor';
import type { Subject } from './abilities';

/** Why a refusal came about, for its audit entry. Never told to the caller. */
export type ReasonCode =
  | 'OTHER_PARTNERSHIP'
  | 'CONFLICT_OF_INTEREST'
  | 'RESTRICTED_CASE'
  | 'OTHER_AGENCY'
  | 'OTHER_TEAM'
  | 'NOT_THEIRS'
  | 'ROLE_OR_STATE';

type Attributes = Partial<Record<string, unknown>>;

const lists = (record: Attributes, key: string, id: string): boolean =>
  Array.isArray(record[key]) && record[key].includes(id);

/** The first of the usual grounds that holds; the rest is role or state of the record. */
export function reasonCodeFor(actor: Actor, subject: Subject): ReasonCode {
  const record: Attributes = subject;
  const differs = (key: string, from: string | undefined) => typeof record[key] === 'string' && record[key] !== from;
  if (differs('partnershipId', actor.partnershipId)) return 'OTHER_PARTNERSHIP';
  if (lists(record, 'conflicts', actor.id)) return 'CONFLICT_OF_INTEREST';
  if (record['restricted'] === true && !lists(record, 'namedAccess', actor.id)) return 'RESTRICTED_CASE';
  if (differs('authorId', actor.id) || differs('ownerId', actor.id)) return 'NOT_THEIRS';
  if (differs('agencyId', actor.agencyId) || differs('holderAgencyId', actor.agencyId)) return 'OTHER_AGENCY';
  return record['team'] === undefined || record['team'] === null ? 'ROLE_OR_STATE' : 'OTHER_TEAM';
}
