import { ContactSealer } from '../../sealing/contact-sealer';
import { CheckController } from './check/check.controller';
import { ContactDrafts } from './draft/contact-drafts';
import { MakeAContactController } from './make-a-contact.controller';
import { ContactSender } from './sending/contact-sender';
import { UrgentSending } from './sending/urgent-sending';
import { UrgentController } from './sending/urgent.controller';
import { SentContactsController } from './sent-contacts.controller';
import { AdultsController, ChildrenController } from './steps/people.controller';
import { PersonController } from './steps/person.controller';

/** Addresses with fixed words come before those with parameters. */
export const makeAContact = {
  controllers: [
    UrgentController,
    CheckController,
    ChildrenController,
    AdultsController,
    MakeAContactController,
    PersonController,
    SentContactsController,
  ],
  providers: [ContactDrafts, ContactSealer, ContactSender, UrgentSending],
};
