import type { DataSource } from 'typeorm';
import { createDataSource } from './create-data-source';
import { prepared } from './prepared';

jest.setTimeout(60_000);

const DOUBLED = prepared('SELECT $1::integer * 2 AS doubled');
const ONE = prepared('SELECT 1 AS one');
const KEPT = `SELECT name, statement FROM pg_prepared_statements ORDER BY name`;

describe('A prepared statement', () => {
  let dataSource: DataSource;

  beforeAll(async () => {
    dataSource = await createDataSource({ url: process.env.MASH_TEST_POSTGRES ?? '', poolSize: 1 }).initialize();
  });
  afterAll(() => dataSource.destroy());

  test('is planned once for a connection, is named by what it does, and answers each call with its own values', async () => {
    const answers: unknown[] = [];
    for (const value of [1, 2, 3]) answers.push(...(await dataSource.query<unknown[]>(DOUBLED, [value])));
    expect(answers).toEqual([{ doubled: 2 }, { doubled: 4 }, { doubled: 6 }]);
    await dataSource.query('SELECT $1::integer * 3', [1]);
    const kept = await dataSource.query<{ name: string; statement: string }[]>(KEPT);
    expect(kept).toEqual([{ name: expect.stringMatching(/^SELECT [0-9a-f]{32}$/) as string, statement: DOUBLED }]);
  });

  test('is as good without values, in a transaction, and after an error', async () => {
    expect(await dataSource.query(ONE)).toEqual([{ one: 1 }]);
    expect(await dataSource.query<{ statement: string }[]>(KEPT)).toContainEqual({
      name: expect.stringMatching(/^SELECT /) as string,
      statement: ONE,
    });
    await expect(dataSource.query(DOUBLED, ['none'])).rejects.toThrow('invalid input syntax');
    await dataSource.transaction(async (tx) => {
      expect(await tx.query(DOUBLED, [4])).toEqual([{ doubled: 8 }]);
    });
  });
});
