import { AuditTrail } from '@mash/audit-client';
import { Outbox } from '@mash/messaging';
import { createDataSource, UnitOfWork } from '@mash/persistence';
import type { KeyEncryption } from '@mash/sealing';
import { KeyRepository } from '../../keys/key.repository';
import { describeRotation } from './describe-rotation';
import { RotateKeys } from './rotate-keys.handler';

/** @returns whether every living key is wrapped under the current key-encryption key now */
export async function rotateKeys(its: {
  databaseUrl: string;
  keyEncryption: KeyEncryption;
  say: (line: string) => void;
}): Promise<boolean> {
  const settings = { url: its.databaseUrl, poolSize: 2, applicationName: 'mash-keys-rotate' };
  const dataSource = await createDataSource(settings).initialize();
  try {
    const unitOfWork = new UnitOfWork(dataSource);
    // The entries go out with the running service's own.
    const audit = new AuditTrail(unitOfWork, new Outbox(), { service: 'sharing' });
    const rotation = new RotateKeys(unitOfWork, new KeyRepository(dataSource), audit, its.keyEncryption);
    const report = await rotation.execute(its.say);
    for (const line of describeRotation(report)) its.say(line);
    return report.left === 0;
  } finally {
    await dataSource.destroy();
  }
}
