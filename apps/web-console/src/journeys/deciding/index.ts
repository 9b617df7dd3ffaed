import { DecideController } from './decide/decide.controller';
import { DecisionController } from './decision/decision.controller';
import { DissentController } from './dissent/dissent.controller';
import { AnswersReader } from './routing/answers-reader';
import { RouteController } from './routing/route.controller';
import { ProductMaker } from './shared/product-maker';
import { RationaleReader } from './shared/rationale-reader';
import { RationaleSealer } from './shared/rationale-sealer';

/** Addresses with fixed words come before those with parameters. */
export const deciding = {
  controllers: [DecideController, RouteController, DissentController, DecisionController],
  providers: [RationaleSealer, RationaleReader, AnswersReader, ProductMaker],
};
