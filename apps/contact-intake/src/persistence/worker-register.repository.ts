import type { WorkerRegister } from '@mash/contracts';
import { readRows, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RegisterRow } from '../domain/open-case';
import { nameAndBirthKey } from '../domain/same-person-keys';
import { fromBirthColumns, toBirthColumns } from './birth-columns';
import type { BirthColumns } from './birth-columns';

type WorkerRow = Omit<RegisterRow, 'birthDate'> & BirthColumns;

/** The whole register of one partnership, and who brought it when. */
export interface RegisterImport {
  readonly partnershipId: string;
  readonly asOf: Date;
  readonly importedBy: string;
  readonly importedAt: Date;
  readonly rows: readonly (WorkerRegister['rows'][number] & { readonly rowId: string })[];
}

const COLUMNS = `row_id uuid, person_id uuid, forenames text, surname text, birth_year smallint, birth_month smallint,
  birth_day smallint, birth_approximate boolean, name_and_birth_key text, worker_name text, team text, since text`;
const NAMES = COLUMNS.replaceAll(/ (uuid|text|smallint|boolean)/g, '');
const ADD = `
  INSERT INTO allocated_worker (partnership_id, ${NAMES})
  SELECT $1, ${NAMES.replace('birth_approximate', 'coalesce(birth_approximate, false)')}
    FROM jsonb_to_recordset($2::jsonb) AS row (${COLUMNS})`;
/** Only forwards: an older register than the one that is there changes nothing. */
const MOVE_ON = `
  INSERT INTO worker_register (partnership_id, as_of, imported_by, imported_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (partnership_id) DO UPDATE
     SET as_of = excluded.as_of, imported_by = excluded.imported_by, imported_at = excluded.imported_at
   WHERE worker_register.as_of <= excluded.as_of
  RETURNING as_of`;

const columnsOf = ({ rowId, birthDate, ...row }: RegisterImport['rows'][number]): Record<string, unknown> => {
  const { birthYear, birthMonth, birthDay, birthApproximate } = toBirthColumns(birthDate);
  return {
    row_id: rowId,
    person_id: row.personId,
    forenames: row.forenames,
    surname: row.surname,
    birth_year: birthYear,
    birth_month: birthMonth,
    birth_day: birthDay,
    birth_approximate: birthApproximate,
    name_and_birth_key: nameAndBirthKey({ ...row, birthDate }),
    worker_name: row.workerName,
    team: row.team,
    since: row.since,
  };
};

@Injectable()
export class WorkerRegisterRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Puts the new register in the place of the old one. False, and nothing changed, where the old one is newer. */
  async replace(tx: Tx, { partnershipId, asOf, importedBy, importedAt, rows }: RegisterImport): Promise<boolean> {
    const moved = await tx.query<unknown[]>(MOVE_ON, [partnershipId, asOf, importedBy, importedAt]);
    if (moved.length === 0) return false;
    await tx.query('DELETE FROM allocated_worker WHERE partnership_id = $1', [partnershipId]);
    await tx.query(ADD, [partnershipId, JSON.stringify(rows.map(columnsOf))]);
    return true;
  }

  async asOf(partnershipId: string): Promise<Date | undefined> {
    const sql = 'SELECT as_of FROM worker_register WHERE partnership_id = $1';
    const [register] = await readRows<{ asOf: Date }>(this.dataSource, sql, [partnershipId]);
    return register?.asOf;
  }

  /** The rows that could be about any of these people. */
  async rowsAbout(
    from: Tx | undefined,
    partnershipId: string,
    personIds: readonly string[],
    nameKeys: readonly string[],
  ): Promise<RegisterRow[]> {
    const sql = `SELECT * FROM allocated_worker
                  WHERE partnership_id = $1 AND (person_id = ANY($2::uuid[]) OR name_and_birth_key = ANY($3::text[]))`;
    const rows = await readRows<WorkerRow>(from ?? this.dataSource, sql, [partnershipId, personIds, nameKeys]);
    return rows.map(({ birthYear, birthMonth, birthDay, birthApproximate, ...row }) => ({
      ...row,
      birthDate: fromBirthColumns({ birthYear, birthMonth, birthDay, birthApproximate }),
    }));
  }
}
