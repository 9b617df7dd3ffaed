import { messagingMigration } from '@mash/messaging';
import { CreateAuditLog1795219200000 } from './create-audit-log';

/** In the order in which they run. */
export const migrations = [...messagingMigration(), CreateAuditLog1795219200000];
