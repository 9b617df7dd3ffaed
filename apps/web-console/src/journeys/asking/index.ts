import { AsksPage } from './asks-page';
import { AsksController } from './asks.controller';
import { RequestSender } from './sealing/request-sender';

export const asking = { controllers: [AsksController], providers: [AsksPage, RequestSender] };
