import type { SqlFilter } from '@mash/authorisation';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Person } from '../domain/person';
import { fromBirthColumns, toBirthColumns } from './birth-columns';
import type { BirthColumns } from './birth-columns';
import { insertRow, readRows } from './rows';

type PersonRow = Omit<Person, 'birthDate'> & BirthColumns;

function personOf({ birthYear, birthMonth, birthDay, birthApproximate, ...row }: PersonRow): Person {
  return { ...row, birthDate: fromBirthColumns({ birthYear, birthMonth, birthDay, birthApproximate }) };
}

@Injectable()
export class PersonRepository {
  constructor(private readonly dataSource: DataSource) {}

  add(tx: Tx, { birthDate, ...person }: Person, createdAt: Date): Promise<void> {
    return insertRow(tx, 'person', { ...person, ...toBirthColumns(birthDate), createdAt });
  }

  /** Those of these persons that belong to the partnership; another's do not exist. */
  async byIds(
    partnershipId: string,
    personIds: readonly string[],
    from: Tx | DataSource = this.dataSource,
  ): Promise<Person[]> {
    const sql = 'SELECT * FROM person WHERE partnership_id = $1 AND person_id = ANY($2)';
    return (await readRows<PersonRow>(from, sql, [partnershipId, personIds])).map(personOf);
  }

  /**
   * Those of these persons of whom some mention speaks that the reader may see; whom they were first taken for counts too.
   *
   * @param seen the mentions, as `m`, of enquiries that the reader may see: its placeholders begin at 3
   */
  async mentionedIn(seen: SqlFilter | null, partnershipId: string, personIds: readonly string[]): Promise<Person[]> {
    if (seen === null) return [];
    const sql = `SELECT * FROM person WHERE partnership_id = $1 AND person_id = ANY($2) AND EXISTS (
      SELECT 1 FROM mention m WHERE (m.person_id = person.person_id OR m.provisional_person_id = person.person_id) AND ${seen.where})`;
    const rows = await readRows<PersonRow>(this.dataSource, sql, [partnershipId, personIds, ...seen.params]);
    return rows.map(personOf);
  }

  /** Takes the address out of the index. What earlier contacts said stays with them, and is not shown. */
  async protectAddress(tx: Tx, personId: string): Promise<void> {
    const sql = `UPDATE person SET address_protected = true, address_lines = NULL, postcode = NULL
                  WHERE person_id = $1 AND NOT address_protected`;
    await tx.query(sql, [personId]);
  }
}
