import { RatingSealer } from './rating-sealer';
import { RatingController } from './rating.controller';

export const rating = { controllers: [RatingController], providers: [RatingSealer] };
