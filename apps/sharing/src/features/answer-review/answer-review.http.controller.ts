import type { PersonActor } from '@mash/authorisation';
import { AnswerReview } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { AnswerReviewHandler } from './answer-review.handler';

class AnswerReviewBody extends createZodDto(AnswerReview) {}

@Controller('reviews/:reviewId/answer')
export class AnswerReviewController {
  constructor(private readonly handler: AnswerReviewHandler) {}

  @Post()
  @HttpCode(204)
  answer(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('reviewId') reviewId: string,
    @Body() body: AnswerReviewBody,
  ): Promise<void> {
    return this.handler.execute(actor, reviewId, body);
  }
}
