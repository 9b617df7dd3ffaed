import type { RatingProposal } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { DecisionClient } from '../../api-clients/decision.client';
import type { FieldError } from '../../forms/field-error';
import { Posted, type PostedFields } from '../../forms/posted';
import { redirect, type Answer } from '../../layout/page';
import { ForRoles, Person } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import { HeldPosts } from '../../session/held-posts';
import type { SignedInPerson } from '../../session/signed-in-person';
import { EnquiryFrame, type OpenEnquiry } from '../enquiry/shared/enquiry-frame';
import { enquiryPage } from '../enquiry/shared/enquiry-page';
import { enquiryPath } from '../enquiry/shared/enquiry-sections';
import { readFacts } from './facts.form';
import { mayRate } from './may-rate';
import { isRatedMeanwhile, ratingRefusal } from './rating-refusal';
import { RatingSealer } from './rating-sealer';
import { readRating, type StatedRating } from './rating.form';
import { ratingView } from './rating.presenter';

interface Shown {
  readonly person: SignedInPerson;
  readonly proposal: RatingProposal;
  readonly posted: Posted | undefined;
  readonly errors: readonly FieldError[];
  readonly status?: number;
}

/** How urgent is it? The pack's table proposes; a qualified person rates, with reasons. */
@Controller('enquiries/:reference/rate')
@ForRoles('mash-analyst', 'mash-manager')
export class RatingController {
  constructor(
    private readonly frame: EnquiryFrame,
    private readonly decision: DecisionClient,
    private readonly sealer: RatingSealer,
    private readonly heldPosts: HeldPosts,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const held = await this.heldPosts.take(request, request.path);
    const { proposal, posted, errors } = await this.propose(request, open, held && new Posted(held));
    return this.page(open, { person, proposal, posted, errors });
  }

  @Post()
  async answer(
    @Param('reference') reference: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const posted = new Posted(fields);
    const proposed = await this.propose(request, open, posted);
    const { proposal, errors: factErrors, facts } = proposed;
    if (posted.text('action') !== 'rate' || !mayRate(person))
      return this.page(open, { person, proposal, posted, errors: factErrors });
    const { rating, errors } = readRating(posted, facts, proposal);
    if (rating === undefined || factErrors.length > 0)
      return this.page(open, { person, proposal, posted, errors: [...factErrors, ...errors] });
    return this.rate(request, open, { person, proposal, posted, errors }, rating);
  }

  private async rate(request: ConsoleRequest, open: OpenEnquiry, shown: Shown, rating: StatedRating): Promise<Answer> {
    const { enquiryId } = open.enquiry;
    const sealed = await this.sealer.seal(request, shown.person, enquiryId, rating.reasons);
    try {
      await this.decision.rate(request, enquiryId, { ...rating.plain, sealed });
      return redirect(enquiryPath(open.reference));
    } catch (error) {
      if (isRatedMeanwhile(error)) return this.clash(request, open.reference, shown);
      const errors = ratingRefusal(error);
      if (errors === undefined) throw error;
      return this.page(open, { ...shown, errors });
    }
  }

  /** "Someone saved; yours is below": the page anew with their rating in its history, and every word that was typed. */
  private async clash(request: ConsoleRequest, reference: string, shown: Shown): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const text = 'Somebody else rated while you wrote. Their rating is in the history; yours is below, not sent yet.';
    return this.page(open, { ...shown, errors: [{ field: 'colour', text }], status: 409 });
  }

  /** The table read with what is known and stated. Facts that do not fit are said at their fields; the rest is read without them. */
  private async propose(request: ConsoleRequest, open: OpenEnquiry, posted: Posted | undefined) {
    const { enquiryId } = open.enquiry;
    const known = await this.decision.proposeRating(request, enquiryId, {});
    if (posted === undefined) return { proposal: known, posted, errors: [], facts: {} };
    const { facts, errors } = readFacts(posted, known.inputs);
    try {
      return { proposal: await this.decision.proposeRating(request, enquiryId, facts), posted, errors, facts };
    } catch (error) {
      const refused = ratingRefusal(error);
      if (refused === undefined) throw error;
      return { proposal: known, posted, errors: [...errors, ...refused], facts };
    }
  }

  private page(open: OpenEnquiry, { person, proposal, posted, errors, status }: Shown): Answer {
    const { enquiry, now } = open;
    const view = ratingView({ enquiry, proposal, posted, errors, mayRate: mayRate(person), now });
    const template = 'journeys/rating/rating.njk';
    return enquiryPage(open, {
      ...{ template, title: 'Rate', section: 'rating', view, errors },
      ...(status !== undefined && { status }),
    });
  }
}
