import { messagingMigration } from '@mash/messaging';
import { AttestRows1795305600065 } from './attest-rows';
import { CreateEnquiryKeys1795219200002 } from './create-enquiry-keys';
import { CreateErasureAndLegalHold1795305600061 } from './create-erasure-and-legal-hold';
import { CreateLedger1795219200004 } from './create-ledger';
import { IndexKeysByKeyEncryptionKey1795305600060 } from './index-keys-by-key-encryption-key';
import { CreateSharingDecisions1795219200003 } from './create-sharing-decisions';
import { NameReleasers1795305600040 } from './name-releasers';
import { RecordOverrides1795305600041 } from './record-overrides';
import { TurnObligationsIntoTasks1795305600042 } from './turn-obligations-into-tasks';
import { LetEveryPartyApproveAgreements1795305600010 } from './let-every-party-approve-agreements';
import { ExtendConsents1795305600120 } from './extend-consents';

/** In the order in which they run. */
export const migrations = [
  ...messagingMigration(),
  CreateEnquiryKeys1795219200002,
  CreateSharingDecisions1795219200003,
  CreateLedger1795219200004,
  LetEveryPartyApproveAgreements1795305600010,
  NameReleasers1795305600040,
  RecordOverrides1795305600041,
  TurnObligationsIntoTasks1795305600042,
  IndexKeysByKeyEncryptionKey1795305600060,
  CreateErasureAndLegalHold1795305600061,
  AttestRows1795305600065,
  ExtendConsents1795305600120,
];
