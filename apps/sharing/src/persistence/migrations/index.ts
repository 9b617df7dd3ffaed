import { messagingMigration } from '@mash/messaging';
import { CreateCapabilities1795305600052 } from './create-capabilities';
import { CreateEnquiryKeys1795219200002 } from './create-enquiry-keys';
import { CreateLedger1795219200004 } from './create-ledger';
import { CreateSystemKeys1795305600050 } from './create-system-keys';
import { CreateSharingDecisions1795219200003 } from './create-sharing-decisions';

/** In the order in which they run. */
export const migrations = [
  ...messagingMigration(),
  CreateEnquiryKeys1795219200002,
  CreateSharingDecisions1795219200003,
  CreateLedger1795219200004,
  CreateSystemKeys1795305600050,
  CreateCapabilities1795305600052,
];
