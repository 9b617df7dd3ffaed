import { IgDeskController } from './desk/ig-desk.controller';
import { ErasuresController } from './erasures/erasures.controller';
import { GovernedEnquiryController } from './governed-enquiry/governed-enquiry.controller';
import { LedgerController } from './ledger/ledger.controller';
import { LegalHoldsController } from './legal-holds/legal-holds.controller';
import { LogController } from './log/log.controller';
import { LooksController } from './looks/looks.controller';
import { RowCheckController } from './row-check/row-check.controller';
import { EnquiryFinder } from './shared/enquiry-finder';
import { UnusualController } from './unusual/unusual.controller';
import { ReasonSealer } from './shared/reason-sealer';

export const governance = {
  controllers: [
    LooksController,
    LogController,
    LedgerController,
    IgDeskController,
    ErasuresController,
    LegalHoldsController,
    GovernedEnquiryController,
    RowCheckController,
    UnusualController,
  ],
  providers: [EnquiryFinder, ReasonSealer],
};
