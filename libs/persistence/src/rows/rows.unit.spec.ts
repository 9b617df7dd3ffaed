import type { Tx } from '../unit-of-work/tx';
import { insertRow } from './insert-row';
import { readRows } from './read-rows';

const answering = (rows: object[]) => {
  const query = jest.fn().mockResolvedValue(rows);
  return { query, tx: { query } as unknown as Tx };
};

describe('Rows and records', () => {
  test('a row is read under the names of the record, and its null is not there', async () => {
    const { tx, query } = answering([{ enquiry_id: 'one', seen_in_12: 3, given_by: null }]);
    expect(await readRows(tx, 'SELECT 1 WHERE $1', ['two'])).toEqual([{ enquiryId: 'one', seenIn12: 3 }]);
    expect(query).toHaveBeenCalledWith('SELECT 1 WHERE $1', ['two']);
  });

  test('a record is written into the columns of its names, and what is undefined is left to their defaults', async () => {
    const { tx, query } = answering([]);
    await insertRow(tx, 'statement', { enquiryId: 'one', seenIn12: 3, givenBy: undefined, endedAt: null });
    const sql = 'INSERT INTO statement (enquiry_id, seen_in_12, ended_at) VALUES ($1, $2, $3)';
    expect(query).toHaveBeenCalledWith(sql, ['one', 3, null]);
  });
});
