import { tableFields } from './table-fields';

interface Statement {
  statementId: string;
  givenBy: string | null;
}

describe('The fields of a table', () => {
  const fields = tableFields<Statement>('statement', { statementId: 'statement_id', givenBy: 'given_by' });

  test('are listed under the names of the record', () => {
    expect(fields.selected()).toBe('statement_id AS "statementId", given_by AS "givenBy"');
    expect(fields.selected('s')).toBe('s.statement_id AS "statementId", s.given_by AS "givenBy"');
  });

  test('are filled in the order in which they are listed, whatever the order of the record', () => {
    expect(fields.insert).toBe('INSERT INTO statement (statement_id, given_by) VALUES ($1, $2)');
    expect(fields.valuesOf({ givenBy: null, statementId: 'one' })).toEqual(['one', null]);
  });
});
