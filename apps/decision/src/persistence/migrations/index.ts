import { messagingMigration } from '@mash/messaging';
import { BreakGlass1795305600088 } from './break-glass';
import { CountAccessChanges1795305600086 } from './count-access-changes';
import { CreateDecision1795219200002 } from './create-decision';
import { EraseStrategyDiscussions1795305600090 } from './erase-strategy-discussions';
import { CreateLetters1795305600033 } from './create-letters';
import { EraseWhyAccessChanged1795305600131 } from './erase-why-access-changed';
import { LetAnEnquiryBeErased1795305600063 } from './let-an-enquiry-be-erased';
import { LetARouteWait1795305600750 } from './let-a-route-wait';
import { RecallNotices1795305600330 } from './recall-notices';
import { RecallRequests1795305600022 } from './recall-requests';
import { RecordStrategyDiscussions1795305600043 } from './record-strategy-discussions';
import { RouteToAnAgency1795305600450 } from './route-to-an-agency';
import { SayWhyAccessChanges1795305600130 } from './say-why-access-changes';
import { KnowWhenMoreWasAsked1795305600653 } from './know-when-more-was-asked';
import { KnowWhoMayBeNamed1795305600357 } from './know-who-may-be-named';
import { KnowWhoseAHandoverIs1795305600900 } from './know-whose-a-handover-is';
import { KnowHowAReferrerWasTold1795305600910 } from './know-how-a-referrer-was-told';
import { KnowWhatTookItsPlace1795305600911 } from './know-what-took-its-place';
import { TellAgainWhereALetterDoesNotGo1795305600821 } from './tell-again-where-a-letter-does-not-go';

/** In the order in which they run. */
export const migrations = [
  ...messagingMigration(),
  CreateDecision1795219200002,
  RecallRequests1795305600022,
  CreateLetters1795305600033,
  RecordStrategyDiscussions1795305600043,
  LetAnEnquiryBeErased1795305600063,
  EraseStrategyDiscussions1795305600090,
  CountAccessChanges1795305600086,
  BreakGlass1795305600088,
  SayWhyAccessChanges1795305600130,
  EraseWhyAccessChanged1795305600131,
  RecallNotices1795305600330,
  KnowWhoMayBeNamed1795305600357,
  RouteToAnAgency1795305600450,
  KnowWhenMoreWasAsked1795305600653,
  LetARouteWait1795305600750,
  TellAgainWhereALetterDoesNotGo1795305600821,
  KnowWhoseAHandoverIs1795305600900,
  KnowHowAReferrerWasTold1795305600910,
  KnowWhatTookItsPlace1795305600911,
];
