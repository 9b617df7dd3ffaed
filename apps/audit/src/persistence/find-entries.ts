import type { DataSource } from 'typeorm';
import type { ChainedRow } from '../domain/chained-row';
import type { EntryQuery } from '../domain/entry-query';
import { rowOf, type AuditEntryRow } from './audit-entry.row';

const CONDITIONS = {
  enquiryId: (parameter: string) => `enquiry_id = ${parameter}::uuid`,
  actorId: (parameter: string) => `actor_id = ${parameter}`,
  from: (parameter: string) => `at >= ${parameter}::timestamptz`,
  to: (parameter: string) => `at < ${parameter}::timestamptz`,
} as const;

/** The readable entries of one partnership that a search matches, newest first. */
export async function findEntries(
  dataSource: DataSource,
  partnershipId: string,
  query: EntryQuery,
): Promise<ChainedRow[]> {
  const parameters: unknown[] = [partnershipId];
  const where = Object.entries(CONDITIONS).flatMap(([field, condition]) => {
    const value = query[field as keyof typeof CONDITIONS];
    return value === undefined ? [] : [condition(`$${parameters.push(value)}`)];
  });
  where.push(...aboutPerson(query, parameters));
  const conditions = ['partnership_id = $1', "kind = 'entry'", ...where].join(' AND ');
  const page = `LIMIT $${parameters.push(query.limit)} OFFSET $${parameters.push(query.offset)}`;
  const sql = `SELECT * FROM audit_entry WHERE ${conditions} ORDER BY at DESC, seq DESC ${page}`;
  return (await dataSource.query<AuditEntryRow[]>(sql, parameters)).map(rowOf);
}

/** About this person, under whichever id. All their ids together are what the index is asked for; in which enquiry each stood is looked at afterwards. */
function aboutPerson({ personId, formerly = [] }: EntryQuery, parameters: unknown[]): string[] {
  if (personId === undefined) return [];
  const now = `person_ids @> ARRAY[$${parameters.push(personId)}::uuid]`;
  if (formerly.length === 0) return [now];
  const all = `$${parameters.push([personId, ...formerly.map((one) => one.personId)])}::uuid[]`;
  const enquiries = `$${parameters.push(formerly.map((one) => one.enquiryId))}::uuid[]`;
  const ids = `$${parameters.push(formerly.map((one) => one.personId))}::uuid[]`;
  const stood = `SELECT 1 FROM unnest(${enquiries}, ${ids}) AS stood (enquiry, id) WHERE stood.enquiry = enquiry_id AND person_ids @> ARRAY[stood.id]`;
  return [`person_ids && ${all}`, `(${now} OR EXISTS (${stood}))`];
}
