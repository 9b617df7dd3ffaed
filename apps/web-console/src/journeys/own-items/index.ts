import { OwnItemsController } from './list/own-items.controller';
import { OwnItemsPage } from './own-items-page';
import { OwnStatementSender } from './say/own-statement-sender';
import { SayOfItemController } from './say/say-of-item.controller';

export const ownItems = {
  controllers: [OwnItemsController, SayOfItemController],
  providers: [OwnItemsPage, OwnStatementSender],
};
