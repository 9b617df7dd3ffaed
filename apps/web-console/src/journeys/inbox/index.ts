import { InboxItemController } from './item/inbox-item.controller';
import { InboxController } from './list/inbox.controller';
import { ProductOpener } from './product-opener';
import { ReturnSealer } from './return-sealer';

export const inbox = {
  controllers: [InboxController, InboxItemController],
  providers: [ProductOpener, ReturnSealer],
};
