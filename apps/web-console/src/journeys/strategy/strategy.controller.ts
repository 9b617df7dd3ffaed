import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { DecisionClient } from '../../api-clients/decision.client';
import { fieldErrorsOf } from '../../api-clients/field-errors-of';
import { SharingClient } from '../../api-clients/sharing.client';
import { Clock } from '../../clock';
import type { FieldError } from '../../forms/field-error';
import { Posted, type PostedFields } from '../../forms/posted';
import { redirect, type Answer } from '../../layout/page';
import { SealingDesk } from '../../sealing/sealing-desk';
import { ForRoles, Person } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import { HeldPosts } from '../../session/held-posts';
import type { SignedInPerson } from '../../session/signed-in-person';
import { EnquiryFrame, EnquiryKeys, enquiryPage, enquiryPath, type OpenEnquiry } from '../enquiry/shared';
import { readStrategyStep, type StrategyTyped } from './strategy.form';
import { runningOne, strategyView } from './strategy.presenter';
import { onceId } from '../../forms/once-id';

const FIELDS = {
  ...{ 'DECISION.STRATEGY_STEP_NOT_NEXT': 'step', 'DECISION.STRATEGY_WITHOUT_PARTICIPANTS': 'agencies' },
  ...{ 'DECISION.STRATEGY_REASON_MISSING': 'note', 'ENQUIRY.RATE_NOT_ALLOWED': 'step' },
};

/** The strategy discussion of an enquiry, step by step. */
@Controller('enquiries/:reference/strategy')
@ForRoles('mash-manager', 'mash-analyst')
export class StrategyController {
  constructor(
    private readonly frames: EnquiryFrame,
    private readonly decision: DecisionClient,
    private readonly sharing: SharingClient,
    private readonly keys: EnquiryKeys,
    private readonly desk: SealingDesk,
    private readonly heldPosts: HeldPosts,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('reference') reference: string, @Req() request: ConsoleRequest): Promise<Answer> {
    const open = await this.frames.load(request, reference);
    const held = await this.heldPosts.take(request, request.path);
    return this.page(request, open, held && new Posted(held), []);
  }

  @Post()
  async take(
    @Param('reference') reference: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [open, posted] = [await this.frames.load(request, reference), new Posted(fields)];
    const agencies = await this.sharing.agencies(request);
    const { typed, errors } = readStrategyStep(
      posted,
      agencies.map(({ agencyId }) => agencyId),
    );
    if (typed === undefined) return this.page(request, open, posted, errors);
    try {
      await this.send(request, person, open.enquiry.enquiryId, typed, fields);
    } catch (error) {
      const wrong = fieldErrorsOf(error, FIELDS);
      if (wrong === undefined) throw error;
      return this.page(request, open, posted, wrong);
    }
    return redirect(enquiryPath(open.reference, '/strategy'));
  }

  private async send(
    request: ConsoleRequest,
    person: SignedInPerson,
    enquiryId: string,
    { note, step, agencies }: StrategyTyped,
    fields: PostedFields,
  ): Promise<void> {
    const running = runningOne(await this.decision.strategyDiscussions(request, enquiryId));
    const idOf = (what: string) => onceId(fields, request.path, what);
    const [discussionId, stepId] = [running?.discussionId ?? idOf('discussion'), idOf('step')];
    const sealed = note === undefined ? undefined : await this.seal(request, person, { enquiryId, stepId, note });
    const body = { stepId, step, agencies: [...agencies], ...(sealed && { sealed }) };
    await this.decision.takeStrategyStep(request, enquiryId, discussionId, body);
  }

  private async seal(
    request: ConsoleRequest,
    person: SignedInPerson,
    { enquiryId, stepId, note }: { enquiryId: string; stepId: string; note: string },
  ) {
    const { partnershipId, accountId: authorId } = person;
    const publicKey = await this.keys.publicKeyOf(request, enquiryId, partnershipId);
    const header = { typ: 'note', partnershipId, version: 1, enquiryId, noteId: stepId, authorId } as const;
    return this.desk.seal({ author: person, header, facts: {}, content: { words: note }, publicKey });
  }

  private async page(
    request: ConsoleRequest,
    open: OpenEnquiry,
    posted: Posted | undefined,
    errors: readonly FieldError[],
  ): Promise<Answer> {
    const [discussions, agencies] = await Promise.all([
      this.decision.strategyDiscussions(request, open.enquiry.enquiryId),
      this.sharing.agencies(request),
    ]);
    const given = { reference: open.reference, discussions, agencies, posted, errors, now: this.clock.now() };
    const template = 'journeys/strategy/strategy.njk';
    return enquiryPage(open, {
      template,
      title: 'Strategy discussion',
      section: 'now',
      view: strategyView(given),
      errors,
    });
  }
}
