import { caseAccessMigration } from '@mash/case-access';
import { draftsMigration } from '@mash/drafts';
import { messagingMigration } from '@mash/messaging';
import { AddAnsweredKind1795305600051 } from './add-answered-kind';
import { CreateAgencyRequests1795219200001 } from './create-agency-requests';
import { KeepTheAnswerLease1795305600240 } from './keep-the-answer-lease';
import { LetAnEnquiryBeErased1795305600064 } from './let-an-enquiry-be-erased';
import { RecallLines1795305600021 } from './recall-lines';
import { SayWhoseBorder1795305600161 } from './say-whose-border';
import { KnowWhoMayBeNamed1795305600356 } from './know-who-may-be-named';

/** In the order in which they run. */
export const migrations = [
  ...messagingMigration(),
  ...draftsMigration(),
  CreateAgencyRequests1795219200001,
  RecallLines1795305600021,
  AddAnsweredKind1795305600051,
  LetAnEnquiryBeErased1795305600064,
  SayWhoseBorder1795305600161,
  KeepTheAnswerLease1795305600240,
  KnowWhoMayBeNamed1795305600356,
  ...caseAccessMigration(),
];
