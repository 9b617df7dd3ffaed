import { messagingMigration } from '@mash/messaging';
import { CreateDecision1795219200002 } from './create-decision';

/** In the order in which they run. */
export const migrations = [...messagingMigration(), CreateDecision1795219200002];
