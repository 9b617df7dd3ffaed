import { ClearPlacesController } from './features/clear-places/clear-places.http.controller';
import { ConfirmRosterController } from './features/confirm-roster/confirm-roster.http.controller';
import { CreatePersonController } from './features/create-person/create-person.http.controller';
import { FinishTelephoneTaskController } from './features/finish-telephone-task/finish-telephone-task.http.controller';
import { ImportWorkerRegisterController } from './features/import-worker-register/import-worker-register.http.controller';
import { MatchMentionController } from './features/match-mention/match-mention.http.controller';
import { ProtectPlacesController } from './features/protect-places/protect-places.http.controller';
import { RecordContactController } from './features/record-contact/record-contact.http.controller';
import { RecordPersonFactsController } from './features/record-person-facts/record-person-facts.http.controller';
import { SearchPeopleController } from './features/search-people/search-people.http.controller';
import { UnlinkMentionController } from './features/unlink-mention/unlink-mention.http.controller';
import { ContactsController } from './queries/contacts/contacts.http.controller';
import { FactsController } from './queries/facts/facts.http.controller';
import { FormerIdsController } from './queries/facts/former-ids.http.controller';
import { IdsOfPersonController } from './queries/facts/ids-of-person.http.controller';
import { PassedDatesController } from './queries/facts/passed-dates.http.controller';
import { MailboxController } from './queries/mailbox/mailbox.http.controller';
import { PersonFactsController } from './queries/person-facts/person-facts.http.controller';
import { PeopleNamesController } from './queries/names/people-names.http.controller';
import { RosterController } from './queries/roster/roster.http.controller';
import { TelephoneTasksController } from './queries/telephone-tasks/telephone-tasks.http.controller';
import { AcknowledgeReferrerWhenFeedbackIsDue } from './reactions/acknowledge-referrer-when-feedback-is-due.reaction';
import { EraseOurPartWhenEnquiryIsErased } from './reactions/erase-our-part-when-enquiry-is-erased.reaction';
import { MailEachWhoSawWhenRecallOpens } from './reactions/mail-each-who-saw-when-recall-opens.reaction';

/** Everything that answers HTTP or hears an event. */
export const controllers = [
  ClearPlacesController,
  ConfirmRosterController,
  CreatePersonController,
  FinishTelephoneTaskController,
  ImportWorkerRegisterController,
  MatchMentionController,
  ProtectPlacesController,
  RecordContactController,
  RecordPersonFactsController,
  SearchPeopleController,
  UnlinkMentionController,
  ContactsController,
  FactsController,
  MailboxController,
  FormerIdsController,
  IdsOfPersonController,
  PassedDatesController,
  PeopleNamesController,
  PersonFactsController,
  RosterController,
  TelephoneTasksController,
  AcknowledgeReferrerWhenFeedbackIsDue,
  EraseOurPartWhenEnquiryIsErased,
  MailEachWhoSawWhenRecallOpens,
];
