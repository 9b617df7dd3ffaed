import { messagingMigration } from '@mash/messaging';
import { CreateDecision1795219200002 } from './create-decision';
import { EraseStrategyDiscussions1795305600090 } from './erase-strategy-discussions';
import { LetAnEnquiryBeErased1795305600063 } from './let-an-enquiry-be-erased';
import { RecordStrategyDiscussions1795305600043 } from './record-strategy-discussions';

/** In the order in which they run. */
export const migrations = [
  ...messagingMigration(),
  CreateDecision1795219200002,
  RecordStrategyDiscussions1795305600043,
  LetAnEnquiryBeErased1795305600063,
  EraseStrategyDiscussions1795305600090,
];
