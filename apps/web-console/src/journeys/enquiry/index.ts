import { ContactReader } from './contact/contact-reader';
import { ContactController } from './contact/contact.controller';
import { HistoryController } from './history/history.controller';
import { NowController } from './now/now.controller';
import { EnquiryFrame } from './shared/enquiry-frame';
import { EnquiryKeys } from './shared/enquiry-keys';
import { NoteReader } from './shared/note-reader';
import { ReaderRelease } from './shared/reader-release';

/** The enquiry's own sections. `EnquiryFrame`, `ContactReader`, `NoteReader` and `ReaderRelease` are provided here once, for every journey. */
export const enquiry = {
  controllers: [NowController, ContactController, HistoryController],
  providers: [EnquiryFrame, EnquiryKeys, ContactReader, ReaderRelease, NoteReader],
};
