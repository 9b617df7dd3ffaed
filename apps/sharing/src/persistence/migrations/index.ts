import { messagingMigration } from '@mash/messaging';
import { CreateEnquiryKeys1795219200002 } from './create-enquiry-keys';

/** In the order in which they run. */
export const migrations = [...messagingMigration(), CreateEnquiryKeys1795219200002];
