import type { Provider, Type } from '@nestjs/common';
import { access } from './access';
import { agencySystems } from './agency-systems';
import { agreements } from './agreements';
import { deciding } from './deciding';
import { feedback } from './feedback';
import { governance } from './governance';
import { inbox } from './inbox';
import { enquiry } from './enquiry';
import { protection } from './protection';
import { queue } from './queue';
import { rating } from './rating';
import { screening } from './screening';
import { tracking } from './tracking';
import { intake } from './intake';
import { mailbox } from './mailbox';
import { makeAContact } from './make-a-contact';
import { consent } from './consent';
import { consentNotices } from './consent-notices';
import { worklist } from './worklist';
import { answering } from './answering';
import { asking } from './asking';
import { detrimentAuthors } from './detriment-authors';
import { overrides } from './overrides';
import { ownItems } from './own-items';
import { releasers } from './releasers';
import { signatories } from './signatories';
import { releasing } from './releasing';
import { reviews } from './reviews';
import { strategy } from './strategy';
import { recalls } from './recalls';
import { breaches } from './breaches';
import { tasks } from './tasks';
import { picture } from './picture';

interface Journey {
  readonly controllers: readonly Type[];
  readonly providers: readonly Provider[];
}

/** Every journey of the console. A new one is one more line here. */
const journeys: readonly Journey[] = [
  queue,
  access,
  enquiry,
  screening,
  rating,
  protection,
  makeAContact,
  intake,
  mailbox,
  deciding,
  feedback,
  inbox,
  tracking,
  governance,
  agreements,
  consent,
  consentNotices,
  agencySystems,
  worklist,
  answering,
  asking,
  overrides,
  ownItems,
  detrimentAuthors,
  releasers,
  signatories,
  reviews,
  strategy,
  tasks,
  releasing,
  recalls,
  breaches,
  picture,
];

export const journeyControllers: Type[] = journeys.flatMap(({ controllers }) => [...controllers]);
export const journeyProviders: Provider[] = journeys.flatMap(({ providers }) => [...providers]);
