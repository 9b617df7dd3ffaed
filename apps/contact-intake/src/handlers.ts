import { PartEraser } from '@mash/erasure';
import { ClearPlacesHandler } from './features/clear-places/clear-places.handler';
import { ConfirmRosterHandler } from './features/confirm-roster/confirm-roster.handler';
import { CreatePersonHandler } from './features/create-person/create-person.handler';
import { FinishTelephoneTaskHandler } from './features/finish-telephone-task/finish-telephone-task.handler';
import { ImportWorkerRegisterHandler } from './features/import-worker-register/import-worker-register.handler';
import { MatchMentionHandler } from './features/match-mention/match-mention.handler';
import { ProtectPlacesHandler } from './features/protect-places/protect-places.handler';
import { ContactAnnouncer } from './features/record-contact/contact-announcer';
import { ContactKeeper } from './features/record-contact/contact-keeper';
import { Acknowledger } from './acknowledging/acknowledger';
import { ReceiptSender } from './features/record-contact/receipt-sender';
import { RecordContactHandler } from './features/record-contact/record-contact.handler';
import { SealedByASystem } from './features/record-contact/sealed-by-a-system';
import { RecordPersonFactsHandler } from './features/record-person-facts/record-person-facts.handler';
import { KnownPeople } from './features/search-people/known-people';
import { SearchPeopleHandler } from './features/search-people/search-people.handler';
import { UnlinkMentionHandler } from './features/unlink-mention/unlink-mention.handler';
import { ReadContact } from './queries/contacts/read-contact';
import { ReadRoster } from './queries/roster/read-roster';
import { FeedbackSender } from './reactions/feedback-sender';
import { PlaceProtection } from './rosters/place-protection';
import { ProvisionalPeople } from './rosters/provisional-people';
import { RosterChanges } from './rosters/roster-changes';
import { RosterFindingsReader } from './rosters/roster-findings';

/** The use cases of this service and what they share. */
export const handlers = [
  ClearPlacesHandler,
  ConfirmRosterHandler,
  ContactAnnouncer,
  ContactKeeper,
  CreatePersonHandler,
  FeedbackSender,
  PartEraser,
  FinishTelephoneTaskHandler,
  ImportWorkerRegisterHandler,
  MatchMentionHandler,
  KnownPeople,
  PlaceProtection,
  ProtectPlacesHandler,
  ProvisionalPeople,
  ReadContact,
  ReadRoster,
  Acknowledger,
  ReceiptSender,
  RecordContactHandler,
  RecordPersonFactsHandler,
  RosterChanges,
  RosterFindingsReader,
  SealedByASystem,
  SearchPeopleHandler,
  UnlinkMentionHandler,
];
