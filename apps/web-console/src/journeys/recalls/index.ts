import { EnquiryRecallsController } from './enquiry/enquiry-recalls.controller';
import { MyRecallsController } from './mine/my-recalls.controller';
import { SayController } from './say/say.controller';

export const recalls = {
  controllers: [SayController, MyRecallsController, EnquiryRecallsController],
  providers: [],
};
