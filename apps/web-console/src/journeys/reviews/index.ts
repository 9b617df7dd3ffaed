import { GroupAnswers } from './groups/group-answers';
import { ReviewGroupController } from './groups/review-group.controller';
import { ProductReader } from './product-reader';
import { QuestionReader } from './question-reader';
import { ReviewNames } from './review-names';
import { ReviewsController } from './reviews.controller';

export const reviews = {
  controllers: [ReviewGroupController, ReviewsController],
  providers: [GroupAnswers, ProductReader, QuestionReader, ReviewNames],
};
