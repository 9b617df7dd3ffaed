import { randomBytes } from 'node:crypto';
import { Test } from '@nestjs/testing';
import { DataSource, Entity, PrimaryColumn } from 'typeorm';
import { createDataSource } from '../data-source/create-data-source';
import { databaseIndicator, databaseIsReachable } from '../data-source/database-is-reachable';
import { PersistenceModule } from '../data-source/persistence.module';
import { sqlStateOf } from '../data-source/sql-state';
import { driftOf } from '../migration-checks/drift-of';
import { UnitOfWork } from './unit-of-work';

jest.setTimeout(60_000);

const table = `note_${randomBytes(4).toString('hex')}`;

@Entity(table)
class Note {
  @PrimaryColumn('integer', { primaryKeyConstraintName: `pk_${table}` })
  id!: number;
}

describe('A unit of work', () => {
  const url = process.env.MASH_TEST_POSTGRES ?? '';
  let dataSource: DataSource;
  let unitOfWork: UnitOfWork;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const module = await Test.createTestingModule({
      imports: [PersistenceModule.forService({ url, entities: [Note], poolSize: 2 })],
    }).compile();
    [dataSource, unitOfWork, close] = [module.get(DataSource), module.get(UnitOfWork), () => module.close()];
    await dataSource.query(`CREATE TABLE ${table} (id integer CONSTRAINT pk_${table} PRIMARY KEY)`);
  });
  afterAll(async () => {
    await dataSource.query(`DROP TABLE ${table}`);
    await close();
    expect(dataSource.isInitialized).toBe(false);
  });
  const noted = async (): Promise<number[]> => (await dataSource.getRepository(Note).find()).map(({ id }) => id);

  test('commits all of its work and hands on the result', async () => {
    const result = await unitOfWork.run(async (tx) => {
      await tx.insert(Note, { id: 1 });
      return 'done';
    });
    expect(result).toBe('done');
    expect(await noted()).toEqual([1]);
  });

  test('undoes all of its work when it throws, tries nothing again, and lets the error through', async () => {
    let runs = 0;
    const failing = unitOfWork.run(async (tx) => {
      runs += 1;
      await tx.insert(Note, { id: 2 });
      await tx.insert(Note, { id: 1 });
    });
    await expect(failing.catch(sqlStateOf)).resolves.toBe('23505');
    expect(runs).toBe(1);
    expect(await noted()).toEqual([1]);
  });

  test('ends with what was asked to be its last step, or does not happen', async () => {
    const other = new UnitOfWork(dataSource);
    other.beforeCommit((tx) => tx.insert(Note, { id: 11 }).then(() => undefined));
    await other.run((tx) => tx.insert(Note, { id: 10 }));
    expect(await noted()).toEqual([1, 10, 11]);
    await expect(other.run((tx) => tx.insert(Note, { id: 12 }))).rejects.toThrow();
    expect(await noted()).toEqual([1, 10, 11]);
    await dataSource.query(`DELETE FROM ${table} WHERE id > 1`);
  });

  test('asks beside its transaction although more pieces of work have come than there are connections', async () => {
    const asking = Array.from({ length: 12 }, () =>
      unitOfWork.run(async (tx) => {
        await tx.query('SELECT 1');
        await dataSource.query('SELECT pg_sleep(0.01)');
        return unitOfWork.run(async (within) => (await within.query<{ one: number }[]>('SELECT 1 AS one'))[0]?.one);
      }),
    );
    expect(await Promise.all(asking)).toEqual(Array.from({ length: 12 }, () => 1));
  });

  test('stands on a schema that agrees with the entities, or the drift is shown', async () => {
    expect(await driftOf(dataSource)).toEqual([]);
    await dataSource.query(`ALTER TABLE ${table} ADD COLUMN nobody_described integer`);
    expect((await driftOf(dataSource)).join()).toContain('nobody_described');
  });

  test('is on a database whose health check says whether it answers', async () => {
    expect(await databaseIsReachable(dataSource)).toBe(true);
    const nowhere = createDataSource({ url: 'postgres://nobody:nothing@127.0.0.1:1/none' });
    expect(await databaseIsReachable(nowhere, 500)).toBe(false);
    await expect(databaseIndicator(dataSource).check()).resolves.toBeUndefined();
    await expect(databaseIndicator(nowhere).check()).rejects.toThrow('does not answer');
  });
});
