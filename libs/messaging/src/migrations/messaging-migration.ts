import { CreateMessagingTables1795132800000 } from './create-messaging-tables';

/** The migrations that every service with events puts into its own list: `[...messagingMigration(), CreateContacts...]`. */
export const messagingMigration = (): (typeof CreateMessagingTables1795132800000)[] => [
  CreateMessagingTables1795132800000,
];
