/** The fields of a record and the columns that they lie in, in one order: what a SELECT lists is what an INSERT fills. */
export interface TableFields<Row extends object> {
  /** `s.statement_id AS "statementId", ...` for a SELECT. @param alias of the table in the statement, where it has one */
  selected(alias?: string): string;
  /** `INSERT INTO statement (...) VALUES ($1, ...)`, to be followed by what the table needs, such as ON CONFLICT. */
  readonly insert: string;
  /** The values of one record for `insert`. */
  valuesOf(row: Row): unknown[];
}

/**
 * The one place where the names of a record and of its table meet. Table and columns come from code, never from input.
 * @param columns each field of the record with its column; a field without one does not compile
 */
export function tableFields<Row extends object>(
  table: string,
  columns: Readonly<Record<keyof Row & string, string>>,
): TableFields<Row> {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const places = names.map((_name, index) => `$${String(index + 1)}`).join(', ');
  return {
    selected: (alias) =>
      names.map((name) => `${alias === undefined ? '' : `${alias}.`}${columns[name]} AS "${name}"`).join(', '),
    insert: `INSERT INTO ${table} (${names.map((name) => columns[name]).join(', ')}) VALUES (${places})`,
    valuesOf: (row) => names.map((name) => row[name]),
  };
}
