import { createDataSource, UnitOfWork } from '@mash/persistence';
import type { SigningPublicKey } from '@mash/sealing';
import { readFile } from 'node:fs/promises';
import { CheckpointStore } from '../../persistence/checkpoint.store';
import { HashChainedLog } from '../../persistence/hash-chained-log';
import { describeReport, isProven } from './describe-report';
import { parseExport } from './parse-export';
import { verifyChain, type ChainToVerify } from './verify-chain';

export interface VerifyCommand {
  /** Path of an export; without it the log itself is read. */
  readonly exportPath: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly publicKey: SigningPublicKey;
  readonly say: (line: string) => void;
}

/**
 * Follows every chain, says of each whether it holds, and names the first link that does not.
 * @returns whether all of them hold, by a head that was signed
 * @throws Error when it could not look
 */
export async function verify(command: VerifyCommand): Promise<boolean> {
  const { exportPath, databaseUrl } = command;
  if (exportPath !== undefined) return verifyOne(parseExport(await readFile(exportPath, 'utf8')), command);
  if (databaseUrl === undefined) throw new Error('Configuration: DATABASE_URL is needed, or the path of an export');
  return verifyDatabase(databaseUrl, command);
}

async function verifyDatabase(url: string, command: VerifyCommand): Promise<boolean> {
  const dataSource = await createDataSource({ url, poolSize: 2, applicationName: 'mash-audit-verify' }).initialize();
  try {
    const [log, store] = [new HashChainedLog(dataSource, new UnitOfWork(dataSource)), new CheckpointStore(dataSource)];
    let allHold = true;
    for (const partnershipId of await log.partnerships()) {
      const chain = { partnershipId, checkpoints: await store.all(partnershipId), rows: log.walk(partnershipId) };
      allHold = (await verifyOne(chain, command)) && allHold;
    }
    return allHold;
  } finally {
    await dataSource.destroy();
  }
}

async function verifyOne(chain: ChainToVerify, { publicKey, say }: VerifyCommand): Promise<boolean> {
  const report = await verifyChain(chain, publicKey);
  say(describeReport(chain.partnershipId, report));
  return isProven(report);
}
