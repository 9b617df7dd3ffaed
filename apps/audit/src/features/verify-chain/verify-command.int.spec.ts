import { newId } from '@mash/contracts';
import { createDataSource, UnitOfWork } from '@mash/persistence';
import { generateSigningKey, type SigningPrivateKey, type SigningPublicKey } from '@mash/sealing';
import { freshDatabase, type FreshDatabase } from '@mash/testing';
import { Clock } from '@mash/service-host';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { anAuditMessage } from '../../../testing/audit-messages';
import { readMessage } from '../../domain/read-message';
import { CheckpointStore } from '../../persistence/checkpoint.store';
import { HashChainedLog } from '../../persistence/hash-chained-log';
import { migrations } from '../../persistence/migrations';
import { HeadSigner } from '../sign-heads/head-signer';
import { exportedCheckpoint, exportedRow } from './exported-line';
import { verify } from './verify-command';

describe('The command that verifies the audit log', () => {
  let database: FreshDatabase;
  let owner: DataSource;
  let log: HashChainedLog;
  let checkpoints: CheckpointStore;
  let signer: HeadSigner;
  let key: { privateKey: SigningPrivateKey; publicKey: SigningPublicKey };
  let folder: string;

  beforeEach(async () => {
    [database, key, folder] = [
      await freshDatabase('audit', migrations),
      await generateSigningKey(),
      await mkdtemp(join(tmpdir(), 'mash-audit-')),
    ];
    owner = await createDataSource({ url: database.ownerUrl }).initialize();
    [log, checkpoints] = [new HashChainedLog(owner, new UnitOfWork(owner)), new CheckpointStore(owner)];
    signer = new HeadSigner(log, key.privateKey, checkpoints, new Clock());
  });
  afterEach(async () => {
    await owner.destroy();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const aLog = async (length: number) => {
    const partnershipId = newId();
    const entries = Array.from({ length }, () => readMessage(anAuditMessage({ partnershipId })).entry);
    await log.append(partnershipId, entries, new Date('2026-11-02T09:30:00Z'));
    return partnershipId;
  };
  const run = async (exportPath?: string) => {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const allHold = await verify({ exportPath, databaseUrl: database.appUrl, publicKey: key.publicKey, say });
    return { allHold, lines };
  };

  test('says of each log that it is whole, in the role of the service', async () => {
    const [one, other] = [await aLog(3), await aLog(2)];
    await signer.signHeads();
    const { allHold, lines } = await run();
    expect(allHold).toBe(true);
    expect(lines.join('\n')).toContain(`${one} intact: 3 entries`);
    expect(lines.join('\n')).toContain(`${other} intact: 2 entries`);
  });

  test('names the first row that was changed', async () => {
    const partnershipId = await aLog(5);
    await owner.query(`UPDATE audit_entry SET content = content || ' ' WHERE seq >= 4`);
    expect(await run()).toMatchObject({
      allHold: false,
      lines: [expect.stringContaining(`${partnershipId} BROKEN at seq 4: HASH`)],
    });
  });

  test('notices that a log was emptied, or begun anew, behind a head that was signed', async () => {
    const partnershipId = await aLog(3);
    await signer.signHeads();
    await owner.query('DELETE FROM audit_entry');
    expect((await run()).lines).toEqual([expect.stringContaining('BROKEN at seq 1: SHORT')]);
    const anew = Array.from({ length: 3 }, () => readMessage(anAuditMessage({ partnershipId })).entry);
    await log.append(partnershipId, anew, new Date('2026-11-02T09:30:00Z'));
    expect((await run()).lines).toEqual([expect.stringContaining('BROKEN at seq 3: CHECKPOINT')]);
  });

  test('notices a head that somebody else signed', async () => {
    await aLog(3);
    const stranger = await generateSigningKey();
    await new HeadSigner(log, stranger.privateKey, checkpoints, new Clock()).signHeads();
    expect((await run()).lines).toEqual([expect.stringContaining('BROKEN at seq 3: SIGNATURE')]);
  });

  test('is not helped by the signer: a broken chain gets no new signature', async () => {
    await aLog(2);
    await owner.query(`UPDATE audit_entry SET hash = repeat('f', 64) WHERE seq = 2`);
    expect(await signer.signHeads()).toBe(0);
  });

  test('verifies an export without the database', async () => {
    const partnershipId = await aLog(3);
    await signer.signHeads();
    const path = join(folder, 'log.ndjson');
    let text = '';
    for await (const row of log.walk(partnershipId)) text += exportedRow(row);
    for (const checkpoint of await checkpoints.all(partnershipId)) text += exportedCheckpoint(checkpoint);
    await writeFile(path, text);
    expect(await run(path)).toMatchObject({ allHold: true, lines: [expect.stringContaining('intact: 3 entries')] });
    await writeFile(path, text.replace('contact.read', 'contact.list'));
    expect(await run(path)).toMatchObject({
      allHold: false,
      lines: [expect.stringContaining('BROKEN at seq 1: HASH')],
    });
    const [rowsAlone = ''] = text.split('{"seq":3,"checkpoint"');
    await writeFile(path, rowsAlone);
    expect(await run(path)).toMatchObject({ allHold: false, lines: [expect.stringContaining('UNPROVEN: 3 entries')] });
    await writeFile(path, '');
    await expect(run(path)).rejects.toThrow('it proves nothing');
  });
});
