import type { DataSource } from 'typeorm';
import type { ChainedRow } from '../domain/chained-row';
import type { EntryQuery } from '../domain/entry-query';
import { rowOf, type AuditEntryRow } from './audit-entry.row';

const CONDITIONS = {
  enquiryId: (parameter: string) => `enquiry_id = ${parameter}::uuid`,
  personId: (parameter: string) => `person_ids @> ARRAY[${parameter}::uuid]`,
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
  const conditions = ['partnership_id = $1', "kind = 'entry'", ...where].join(' AND ');
  const page = `LIMIT $${parameters.push(query.limit)} OFFSET $${parameters.push(query.offset)}`;
  const sql = `SELECT * FROM audit_entry WHERE ${conditions} ORDER BY at DESC, seq DESC ${page}`;
  return (await dataSource.query<AuditEntryRow[]>(sql, parameters)).map(rowOf);
}
