import { ReviewNames } from './review-names';
import { ReviewsController } from './reviews.controller';

export const reviews = { controllers: [ReviewsController], providers: [ReviewNames] };
