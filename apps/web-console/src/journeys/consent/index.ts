import { ChangeController } from './change/change.controller';
import { FactsController } from './facts/facts.controller';
import { GroundController } from './ground/ground.controller';
import { ConsentController } from './page/consent.controller';
import { ConsentPage } from './page/consent-page';
import { ConsentWordsReader } from './page/consent-words-reader';
import { ConsentSealer } from './shared/consent-sealer';

export const consent = {
  controllers: [ChangeController, ConsentController, FactsController, GroundController],
  providers: [ConsentPage, ConsentSealer, ConsentWordsReader],
};
