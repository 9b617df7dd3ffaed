import { NoticesController } from './notices/notices.controller';
import { ProtectController } from './press/protect.controller';
import { AnswersToTell } from './press/answers-to-tell';
import { ProtectionPress } from './press/protection-press';
import { WhomToTell } from './press/whom-to-tell';

export const protection = {
  controllers: [ProtectController, NoticesController],
  providers: [AnswersToTell, ProtectionPress, WhomToTell],
};
