import { AcknowledgementRepository } from './acknowledgement.repository';
import { CapturedMailRepository } from './captured-mail.repository';
import { ConsentRepository } from './consent.repository';
import { CallerRepository } from './caller.repository';
import { ContactRepository } from './contact.repository';
import { ErasedEnquiryRepository } from '@mash/erasure';
import { FormerIdRepository } from './former-id.repository';
import { IdempotencyRepository } from './idempotency.repository';
import { PassedDateRepository } from './passed-date.repository';
import { PersonFactRepository } from './person-fact.repository';
import { PersonSearchRepository } from './person-search.repository';
import { PersonRepository } from './person.repository';
import { PlaceClearingRepository } from './place-clearing.repository';
import { RepeatContactsRepository } from './repeat-contacts.repository';
import { RosterRepository } from './roster.repository';
import { TelephoneTaskRepository } from './telephone-task.repository';
import { WorkerRegisterRepository } from './worker-register.repository';

/** All that reads and writes this service's tables. */
export const repositories = [
  AcknowledgementRepository,
  CapturedMailRepository,
  ConsentRepository,
  CallerRepository,
  ContactRepository,
  ErasedEnquiryRepository,
  FormerIdRepository,
  IdempotencyRepository,
  PassedDateRepository,
  PersonFactRepository,
  PersonSearchRepository,
  PersonRepository,
  PlaceClearingRepository,
  RepeatContactsRepository,
  RosterRepository,
  TelephoneTaskRepository,
  WorkerRegisterRepository,
];
