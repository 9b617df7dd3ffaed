import type { ChainedRow } from '../domain/chained-row';

/** A row as PostgreSQL gives it: bigint as text. */
export interface AuditEntryRow {
  partnership_id: string;
  seq: string;
  kind: 'entry' | 'opaque';
  identity: string;
  content: string;
  sequenced_at: Date;
  prev: string;
  hash: string;
  at: Date | null;
  service: string;
  actor_id: string;
  actor_kind: string;
  agency_id: string | null;
  action: string;
  outcome: string;
  subject_type: string;
  subject_id: string;
  enquiry_id: string | null;
  person_ids: string[];
}

/** Columns in the order in which they are written. */
export const COLUMNS = [
  ['seq', 'bigint'],
  ['kind', 'text'],
  ['identity', 'text'],
  ['content', 'text'],
  ['sequenced_at', 'timestamptz'],
  ['prev', 'text'],
  ['hash', 'text'],
  ['at', 'timestamptz'],
  ['service', 'text'],
  ['actor_id', 'text'],
  ['actor_kind', 'text'],
  ['agency_id', 'text'],
  ['action', 'text'],
  ['outcome', 'text'],
  ['subject_type', 'text'],
  ['subject_id', 'text'],
  ['enquiry_id', 'uuid'],
  ['person_ids', 'text'],
] as const;

/** The values of one row for `COLUMNS`; ids of persons as a PostgreSQL array literal. */
export function valuesOf({ search, ...row }: ChainedRow): (string | number | null)[] {
  const link = [row.seq, row.kind, row.identity, row.content, row.sequencedAt, row.prev, row.hash];
  if (search === null || search === undefined)
    return [...link, ...Array<null>(COLUMNS.length - link.length).fill(null)];
  const { at, service, actorId, actorKind, agencyId, action, outcome, subjectType, subjectId, enquiryId, personIds } =
    search;
  const persons = `{${personIds.join(',')}}`;
  return [
    ...link,
    at,
    service,
    actorId,
    actorKind,
    agencyId,
    action,
    outcome,
    subjectType,
    subjectId,
    enquiryId,
    persons,
  ];
}

export function rowOf(row: AuditEntryRow): ChainedRow {
  return {
    partnershipId: row.partnership_id,
    seq: Number(row.seq),
    kind: row.kind,
    identity: row.identity,
    content: row.content,
    sequencedAt: row.sequenced_at.toISOString(),
    prev: row.prev,
    hash: row.hash,
    search: row.at === null ? null : searchOf(row, row.at),
  };
}

const searchOf = (row: AuditEntryRow, at: Date): NonNullable<ChainedRow['search']> => ({
  at: at.toISOString(),
  service: row.service,
  actorId: row.actor_id,
  actorKind: row.actor_kind,
  agencyId: row.agency_id,
  action: row.action,
  outcome: row.outcome,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  enquiryId: row.enquiry_id,
  personIds: row.person_ids,
});
