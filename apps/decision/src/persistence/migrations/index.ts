import { messagingMigration } from '@mash/messaging';
import { CreateDecision1795219200002 } from './create-decision';
import { EraseStrategyDiscussions1795305600090 } from './erase-strategy-discussions';
import { CreateLetters1795305600033 } from './create-letters';
import { LetAnEnquiryBeErased1795305600063 } from './let-an-enquiry-be-erased';
import { RecallRequests1795305600022 } from './recall-requests';
import { RecordStrategyDiscussions1795305600043 } from './record-strategy-discussions';

/** In the order in which they run. */
export const migrations = [
  ...messagingMigration(),
  CreateDecision1795219200002,
  RecallRequests1795305600022,
  CreateLetters1795305600033,
  RecordStrategyDiscussions1795305600043,
  LetAnEnquiryBeErased1795305600063,
  EraseStrategyDiscussions1795305600090,
];
