import { messagingMigration } from '@mash/messaging';
import { CreateAuditLog1795219200000 } from './create-audit-log';
import { IndexRowAttestations1795305600066 } from './index-row-attestations';

/** In the order in which they run. */
export const migrations = [...messagingMigration(), CreateAuditLog1795219200000, IndexRowAttestations1795305600066];
