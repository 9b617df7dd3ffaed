import { LIAISON_ROLES, type Review } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { Posted, type PostedFields } from '../../../forms/posted';
import { HANDLING } from '../../../layout/handling-line';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { answeredMeanwhile } from '../answered-meanwhile';
import { QuestionReader } from '../question-reader';
import { ReviewNames } from '../review-names';
import { readGroupAnswer } from './group-answer.form';
import { GroupAnswers, type LineOutcome } from './group-answers';
import { groupWith, mayGoTogether, type ReviewGroup } from './review-groups';
import { resultOf, resultWords, reviewGroupView, type GroupGiven } from './review-group.presenter';

/** Several lines of one question, answered at once where one ground and one reason fit them. Each is decided and recorded by itself. */
@Controller('reviews/group/:review')
@ForRoles('mash-manager', 'mash-analyst', 'ig-officer', 'social-care-manager', 'emergency-duty', ...LIAISON_ROLES)
export class ReviewGroupController {
  constructor(
    private readonly sharing: SharingClient,
    private readonly names: ReviewNames,
    private readonly questions: QuestionReader,
    private readonly answers: GroupAnswers,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('review') id: string, @Req() request: ConsoleRequest): Promise<Answer> {
    const group = await this.groupOf(request, requireId(id));
    return group === undefined ? redirect('/reviews') : this.page(request, { group });
  }

  @Post()
  async answer(
    @Param('review') id: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    // A colleague may have answered the line by which the group was opened: the others wait on.
    const group = await this.groupOf(request, requireId(id), ...new Posted(fields).all('lines'));
    if (group === undefined) return answeredMeanwhile(fields, '/reviews');
    const { given, ticked, gone, errors } = readGroupAnswer(fields, group.reviews.filter(mayGoTogether));
    if (given === undefined) return this.page(request, { group, posted: new Posted(fields), ticked, errors });
    const outcomes = await this.answers.give(request, person, given);
    return this.result(request, group, { outcomes, gone });
  }

  /** Whatever waits for the reader, or is watched by them, with the first of these reviews that waits still in it. */
  private async groupOf(request: ConsoleRequest, ...reviewIds: readonly string[]): Promise<ReviewGroup | undefined> {
    const { reviews, watched } = await this.sharing.reviewsAndWatched(request);
    for (const id of reviewIds) {
      const group = groupWith(reviews, id) ?? groupWith(watched, id);
      if (group !== undefined) return group;
    }
    return undefined;
  }

  private async page(request: ConsoleRequest, given: Omit<GroupGiven, 'names' | 'questions' | 'now'>): Promise<Answer> {
    const { reviews } = given.group;
    const [names, questions] = await Promise.all([
      this.names.of(request, reviews),
      this.questions.of(request, reviews),
    ]);
    const view = reviewGroupView({ ...given, names, questions, now: this.clock.now() });
    const frame = {
      ...{ title: 'Reviews of one kind', wide: true, handling: HANDLING.official },
      ...{ back: '/reviews', section: '/reviews', errors: given.errors ?? [] },
    };
    return page('journeys/reviews/groups/review-group.njk', frame, view);
  }

  /** Says line by line what went; what did not go waits where it waited. */
  private async result(
    request: ConsoleRequest,
    group: ReviewGroup,
    { outcomes, gone }: { readonly outcomes: readonly LineOutcome[]; readonly gone: number },
  ): Promise<Answer> {
    const names = await this.names.of(request, group.reviews);
    const left = outcomes.find(({ because }) => because !== undefined)?.review;
    const view = {
      heading: resultWords(outcomes, gone),
      ...resultOf(outcomes, names, gone),
      againHref: left && (await this.whereItWaits(request, left)),
    };
    const frame = {
      ...{ title: 'Answers given', wide: true, handling: HANDLING.official },
      ...{ back: '/reviews', section: '/reviews' },
    };
    return page('journeys/reviews/groups/group-result.njk', frame, view);
  }

  private async whereItWaits(request: ConsoleRequest, { reviewId }: Review): Promise<string | undefined> {
    const { reviews } = await this.sharing.reviewsAndWatched(request);
    const group = groupWith(reviews, reviewId);
    if (group === undefined) return undefined;
    return group.reviews.length === 1 ? `/reviews/${reviewId}` : `/reviews/group/${reviewId}`;
  }
}
