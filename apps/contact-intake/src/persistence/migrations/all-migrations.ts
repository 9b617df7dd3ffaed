import { caseAccessMigration } from '@mash/case-access';
import { draftsMigration } from '@mash/drafts';
import { messagingMigration } from '@mash/messaging';
import { CreateContacts1795132900000 } from './create-contacts';
import { CreatePeopleIndex1795132910000 } from './create-people-index';
import { CreateScreening1795132920000 } from './create-screening';
import { IndexProvisionalPeople1795305600087 } from './index-provisional-people';
import { ForgetWhatWasAnnounced1795305600650 } from './forget-what-was-announced';
import { LetAnEnquiryBeErased1795305600062 } from './let-an-enquiry-be-erased';
import { KeepCallers1795305600080 } from './keep-callers';
import { ExtendConsentFacts1795305600023 } from './extend-consent-facts';
import { KeepWordsOfConsents1795305600200 } from './keep-words-of-consents';
import { SpareWhomAHeldEnquiryMet1795305600652 } from './spare-whom-a-held-enquiry-met';
import { ProtectEveryPlace1795305600420 } from './protect-every-place';

/** Every migration of this service, oldest first. */
export const migrations = [
  ...messagingMigration(),
  ...draftsMigration(),
  CreateContacts1795132900000,
  CreatePeopleIndex1795132910000,
  CreateScreening1795132920000,
  ExtendConsentFacts1795305600023,
  LetAnEnquiryBeErased1795305600062,
  KeepCallers1795305600080,
  ...caseAccessMigration(),
  IndexProvisionalPeople1795305600087,
  KeepWordsOfConsents1795305600200,
  ProtectEveryPlace1795305600420,
  ForgetWhatWasAnnounced1795305600650,
  SpareWhomAHeldEnquiryMet1795305600652,
];
