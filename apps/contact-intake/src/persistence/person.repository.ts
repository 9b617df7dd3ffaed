import type { SqlFilter } from '@mash/authorisation';
import type { ProtectedPlace } from '@mash/contracts';
import { insertRow, readRows, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PLACES } from '../domain/kept-secret';
import type { Person } from '../domain/person';
import { fromBirthColumns, toBirthColumns } from './birth-columns';
import type { BirthColumns } from './birth-columns';
import { EMPTY_HIDDEN_HOMES, inHiddenHome, LOCK_HOMES } from './hidden-homes';

type PersonRow = Omit<Person, 'birthDate'> & BirthColumns;

const NO_PLACES = { addressLines: undefined, postcode: undefined, school: undefined, gp: undefined };

function personOf({ birthYear, birthMonth, birthDay, birthApproximate, ...row }: PersonRow): Person {
  const places = row.inHiddenHome === true && NO_PLACES; // also where they were kept before the home was hidden
  return { ...row, ...places, birthDate: fromBirthColumns({ birthYear, birthMonth, birthDay, birthApproximate }) };
}

const UNMARKED = `
  SELECT person_id FROM person WHERE person_id = ANY($1)
     AND (($2 AND NOT address_protected) OR ($3 AND NOT school_protected) OR ($4 AND NOT surgery_protected))`;
const PROTECT = `
  UPDATE person SET address_protected = address_protected OR $2, school_protected = school_protected OR $3,
         surgery_protected = surgery_protected OR $4, address_lines = NULL, postcode = NULL, school = NULL, gp = NULL
   WHERE person_id = ANY($1)`;
const CLEAR = `
  UPDATE person SET address_protected = address_protected AND NOT $2, school_protected = school_protected AND NOT $3,
         surgery_protected = surgery_protected AND NOT $4
   WHERE person_id = ANY($1)`;

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
    const sql = `SELECT person.*, ${inHiddenHome('person.person_id')} AS in_hidden_home
                   FROM person WHERE partnership_id = $1 AND person_id = ANY($2)`;
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

  /** Before anything of them is marked or cleared: nobody else does it meanwhile, of them or of whoever lives with them. */
  async lock(tx: Tx, personIds: readonly string[]): Promise<void> {
    await tx.query(LOCK_HOMES, [personIds]);
  }

  /** A protected address hides the home: the index forgets the places of whoever shares it, who are not marked themselves. */
  async emptyHiddenHomes(tx: Tx, enquiryId: string): Promise<void> {
    await tx.query(EMPTY_HIDDEN_HOMES, [enquiryId]);
  }

  /**
   * Marks places of these people as protected, and takes every place of theirs out of the index. What contacts said stays with them, and is not
   * shown. @returns whether anything of it was new
   */
  async protectPlaces(tx: Tx, personIds: readonly string[], places: readonly ProtectedPlace[]): Promise<boolean> {
    const values = [personIds, ...PLACES.map((place) => places.includes(place))];
    const unmarked = await readRows<{ personId: string }>(tx, UNMARKED, values);
    if (unmarked.length > 0) await tx.query(PROTECT, values);
    return unmarked.length > 0;
  }

  /** They need not be kept secret any more. The index does not have them again until somebody says them anew. */
  async clearPlaces(tx: Tx, personIds: readonly string[], places: readonly ProtectedPlace[]): Promise<void> {
    await tx.query(CLEAR, [personIds, ...PLACES.map((place) => places.includes(place))]);
  }
}
