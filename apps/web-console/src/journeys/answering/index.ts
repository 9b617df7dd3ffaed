import { AnswerPage } from './answer-page';
import { NameablePeople } from './editor/nameable-people';
import { AnswerController } from './answer.controller';
import { AnswerKeys } from './asked/answer-keys';
import { RequestOpener } from './asked/request-opener';
import { AnswerDrafts } from './draft/answer-drafts';
import { AnswerSender } from './sending/answer-sender';

export const answering = {
  controllers: [AnswerController],
  providers: [AnswerDrafts, AnswerKeys, AnswerPage, AnswerSender, NameablePeople, RequestOpener],
};
