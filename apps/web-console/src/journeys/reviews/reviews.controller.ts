import { LIAISON_ROLES, type Review } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { DecisionClient } from '../../api-clients/decision.client';
import { fieldErrorsOf } from '../../api-clients/field-errors-of';
import { ServiceDown, ServiceProblem } from '../../api-clients/service-errors';
import { SharingClient } from '../../api-clients/sharing.client';
import { Clock } from '../../clock';
import type { FieldError } from '../../forms/field-error';
import { Posted, type PostedFields } from '../../forms/posted';
import { HANDLING } from '../../layout/handling-line';
import { page, redirect, type Answer } from '../../layout/page';
import { SealingDesk } from '../../sealing/sealing-desk';
import { ForRoles, Person } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import { requireId } from '../../session/require-id';
import type { SignedInPerson } from '../../session/signed-in-person';
import { consentPath } from '../consent/consent-path';
import { EnquiryKeys, enquiryPath } from '../enquiry/shared';
import { isHub } from '../enquiry/shared/is-hub';
import { matterOfReview, releasePath } from '../releasing/release-matter';
import { answeredMeanwhile } from './answered-meanwhile';
import { groupedReviews } from './groups/review-groups.presenter';
import { readReviewAnswer, type ReviewAnswer } from './review-answer.form';
import { nameIn, reviewListView } from './review-list.presenter';
import { ProductReader } from './product-reader';
import { QuestionReader } from './question-reader';
import { ReviewNames } from './review-names';
import { reviewView, type ReviewLinks } from './review.presenter';

const FIELDS = {
  ...{ answer: 'answer', ground: 'ground', condition: 'condition', sealedReason: 'reason' },
  advice: 'adviceOn',
  'SHARING.SELF_RELEASE': 'answer',
  'SHARING.TWO_MUST_ANSWER': 'answer',
  'SHARING.REVIEW_ANSWERED': 'answer',
  'SHARING.REVIEW_SUPERSEDED': 'answer',
  'SHARING.FACTS_CHANGED': 'answer',
};

interface Typed {
  readonly posted: Posted;
  readonly errors: readonly FieldError[];
}

/** Named humans say yes or no where the rules leave it to one. Nothing is released by waiting. */
@Controller('reviews')
@ForRoles('mash-manager', 'mash-analyst', 'ig-officer', 'social-care-manager', 'emergency-duty', ...LIAISON_ROLES)
export class ReviewsController {
  constructor(
    private readonly sharing: SharingClient,
    private readonly decision: DecisionClient,
    private readonly names: ReviewNames,
    private readonly questions: QuestionReader,
    private readonly products: ProductReader,
    private readonly keys: EnquiryKeys,
    private readonly desk: SealingDesk,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Person() person: SignedInPerson, @Req() request: ConsoleRequest): Promise<Answer> {
    const { reviews, watched } = await this.sharing.reviewsAndWatched(request);
    const names = await this.names.of(request, [...reviews, ...watched]);
    const others = person.roles.includes('mash-manager') ? { overridesHref: '/overrides' } : {};
    const now = this.clock.now();
    const view = {
      ...reviewListView(reviews, others),
      waitingBy: groupedReviews(reviews, names, now),
      watchedBy: groupedReviews(watched, names, now),
    };
    return page('journeys/reviews/review-list.njk', { title: 'Reviews', wide: true }, view);
  }

  @Get(':review')
  async show(@Param('review') id: string, @Person() person: SignedInPerson, @Req() request: ConsoleRequest) {
    const review = await this.sharing.review(request, requireId(id));
    const matter = matterOfReview(review);
    const isLiaison = LIAISON_ROLES.some((role) => person.roles.includes(role));
    const isTheirs =
      matter !== undefined && review.mayAnswer && isLiaison && review.releaserAgencyId === person.agencyId;
    return isTheirs ? redirect(releasePath(matter)) : this.page(request, person, review);
  }

  @Post(':review')
  async answer(
    @Param('review') id: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const review = await this.sharing.review(request, requireId(id));
    if (review.state !== 'open') return answeredMeanwhile(fields, '/reviews');
    const { given, errors } = readReviewAnswer(fields, review);
    const posted = new Posted(fields);
    if (given === undefined) return this.page(request, person, review, { posted, errors });
    const refused = await this.give(request, person, review, given);
    if (refused !== undefined) return this.page(request, person, review, { posted, errors: refused });
    const [next] = await this.sharing.reviews(request);
    return redirect(next === undefined ? '/reviews' : `/reviews/${next.reviewId}`);
  }

  private async give(
    request: ConsoleRequest,
    person: SignedInPerson,
    { reviewId, enquiryId }: Review,
    { reason, condition, advice, ...answer }: ReviewAnswer,
  ): Promise<FieldError[] | undefined> {
    try {
      const publicKey = await this.keys.publicKeyOf(request, enquiryId, person.partnershipId);
      const ids = { partnershipId: person.partnershipId, version: 1, enquiryId, reviewId };
      const header = { typ: 'review', ...ids } as const;
      const sealedReason = await this.desk.seal({
        author: person,
        header,
        facts: {},
        content: {
          reason,
          ground: answer.ground,
          ...(condition !== undefined && { condition }),
          ...(advice && { advice }),
        },
        publicKey,
      });
      await this.sharing.answerReview(request, reviewId, { ...answer, sealedReason });
      return undefined;
    } catch (error) {
      const wrong = fieldErrorsOf(error, FIELDS);
      if (wrong === undefined) throw error;
      return wrong;
    }
  }

  /** The hub's own pages of the enquiry, with what this person has agreed to; nobody else has them. */
  private async links(request: ConsoleRequest, { enquiryId, personId }: Review): Promise<ReviewLinks | undefined> {
    try {
      const { reference } = await this.decision.enquiry(request, enquiryId);
      return {
        ...{ contact: enquiryPath(reference, '/contact'), picture: enquiryPath(reference, '/picture') },
        consent: personId === undefined ? undefined : consentPath(reference, personId),
      };
    } catch (error) {
      if (error instanceof ServiceProblem || error instanceof ServiceDown) return undefined;
      throw error;
    }
  }

  private async page(request: ConsoleRequest, person: SignedInPerson, review: Review, typed?: Typed): Promise<Answer> {
    const [names, waiting, links, [question], ofProduct] = await Promise.all([
      this.names.of(request, [review]),
      this.sharing.reviews(request),
      isHub(person) ? this.links(request, review) : undefined,
      this.questions.of(request, [review]),
      this.products.of(request, review),
    ]);
    const view = reviewView({
      review,
      whom: nameIn(names, review),
      readerId: person.accountId,
      links,
      question,
      ...ofProduct,
      nextId: waiting.find(({ reviewId }) => reviewId !== review.reviewId)?.reviewId,
      ...(typed && { posted: typed.posted }),
      errors: typed?.errors ?? [],
      now: this.clock.now(),
    });
    const frame = {
      title: 'Review',
      wide: true,
      handling: HANDLING.official,
      back: '/reviews',
      section: '/reviews',
      errors: typed?.errors ?? [],
    };
    return page('journeys/reviews/review.njk', frame, view);
  }
}
