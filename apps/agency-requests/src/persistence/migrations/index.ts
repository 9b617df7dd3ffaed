import { caseAccessMigration } from '@mash/case-access';
import { draftsMigration } from '@mash/drafts';
import { messagingMigration } from '@mash/messaging';
import { AddAnsweredKind1795305600051 } from './add-answered-kind';
import { CreateAgencyRequests1795219200001 } from './create-agency-requests';
import { ForgetTheHashOfAText1795305600651 } from './forget-the-hash-of-a-text';
import { KeepTheAnswerLease1795305600240 } from './keep-the-answer-lease';
import { LetAnEnquiryBeErased1795305600064 } from './let-an-enquiry-be-erased';
import { NameTheWorry1795305600340 } from './name-the-worry';
import { RecallLines1795305600021 } from './recall-lines';
import { StateTheTask1795305600341 } from './state-the-task';
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
  NameTheWorry1795305600340,
  StateTheTask1795305600341,
  KnowWhoMayBeNamed1795305600356,
  ForgetTheHashOfAText1795305600651,
  ...caseAccessMigration(),
];
