import { IgDeskController } from './desk/ig-desk.controller';
import { LedgerController } from './ledger/ledger.controller';
import { LogController } from './log/log.controller';
import { LooksController } from './looks/looks.controller';
import { EnquiryFinder } from './shared/enquiry-finder';

export const governance = {
  controllers: [LooksController, LogController, LedgerController, IgDeskController],
  providers: [EnquiryFinder],
};
