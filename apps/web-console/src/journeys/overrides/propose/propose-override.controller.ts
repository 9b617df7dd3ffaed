import { newId, type OverrideOptions } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { z } from 'zod';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import { ServiceProblem } from '../../../api-clients/service-errors';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { HANDLING } from '../../../layout/handling-line';
import { page, redirect, type Answer } from '../../../layout/page';
import { SealingDesk } from '../../../sealing/sealing-desk';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { HeldPosts } from '../../../session/held-posts';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryKeys } from '../../enquiry/shared';
import { isFresh, signInAgainHref } from '../shared/fresh-sign-in';
import { readOverride, type OverrideTyped } from './override.form';
import { proposeOverrideView, stepUpView } from './propose-override.presenter';

const FIELDS = {
  ...{ grounds: 'grounds', strikes: 'strikes', sealedReason: 'reason' },
  ...{ 'SHARING.OVERRIDE_OPENS_NOTHING': 'strikes', 'SHARING.DECIDED_SINCE': 'strikes' },
  'SHARING.OVERRIDE_WAITING': 'strikes',
};
const notKept = (path: string): FieldError[] => [
  { field: 'reason', text: 'Copy your reason: it was not sent, and could not be kept' },
  { field: 'main-content', text: 'Then sign in again, and paste it here', href: signInAgainHref(path) },
];
type Options = z.infer<typeof OverrideOptions>;

/** A permitted manager sets one REVIEW or refusal aside: after a fresh sign-in, on a ground, with a reason. */
@Controller('overrides/of/:decision')
@ForRoles('mash-manager')
export class ProposeOverrideController {
  constructor(
    private readonly sharing: SharingClient,
    private readonly keys: EnquiryKeys,
    private readonly desk: SealingDesk,
    private readonly heldPosts: HeldPosts,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('decision') decision: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const options = await this.sharing.overrideOptions(request, requireId(decision));
    if (options.waiting !== undefined) return redirect(`/overrides/${options.waiting}`);
    if (!isFresh(person, options.signInWithinMinutes, this.clock.now())) {
      const waits = (await this.heldPosts.takeToShow(request, request.path)) !== undefined;
      return this.stepUp(request, options, waits);
    }
    const held = await this.heldPosts.take(request, request.path);
    return this.page(options, held && new Posted(held), []);
  }

  @Post()
  async propose(
    @Param('decision') decision: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const options = await this.sharing.overrideOptions(request, requireId(decision));
    const posted = new Posted(fields);
    const { typed, errors } = readOverride(
      posted,
      options.strikes.map(({ code }) => code),
    );
    if (typed === undefined) return this.page(options, posted, errors);
    try {
      return redirect(`/overrides/${await this.send(request, person, options, typed)}`);
    } catch (error) {
      if (error instanceof ServiceProblem && error.code === 'AUTH.STEP_UP_NEEDED') {
        // Whoever writes a reason with care is over the minutes: it waits behind the sign-in, or stays on the page to be copied.
        const isHeld = (await this.heldPosts.hold(request)) === 'held';
        return isHeld ? this.stepUp(request, options, true) : this.page(options, posted, notKept(request.path));
      }
      const wrong = fieldErrorsOf(error, FIELDS);
      if (wrong === undefined) throw error;
      return this.page(options, posted, wrong);
    }
  }

  private async send(
    request: ConsoleRequest,
    person: SignedInPerson,
    { enquiryId, sharingDecisionId }: Options,
    { reason, ...coded }: OverrideTyped,
  ): Promise<string> {
    const { partnershipId } = person;
    const overrideId = newId(this.clock.now().getTime());
    const publicKey = await this.keys.publicKeyOf(request, enquiryId, partnershipId);
    const header = { typ: 'review', partnershipId, version: 1, enquiryId, reviewId: overrideId } as const;
    const sealedReason = await this.desk.seal({ author: person, header, facts: {}, content: { reason }, publicKey });
    await this.sharing.proposeOverride(request, sharingDecisionId, { overrideId, ...coded, sealedReason });
    return overrideId;
  }

  private stepUp(request: ConsoleRequest, options: Options, waits: boolean): Answer {
    const view = stepUpView(options, signInAgainHref(request.path), waits);
    return page('journeys/overrides/propose/step-up.njk', this.frame([]), view);
  }

  private page(options: Options, posted: Posted | undefined, errors: readonly FieldError[]): Answer {
    const view = proposeOverrideView(options, posted, errors);
    return page('journeys/overrides/propose/propose-override.njk', this.frame(errors), view);
  }

  private frame(errors: readonly FieldError[]) {
    return { title: 'Override', handling: HANDLING.hubOnly, back: '/reviews', section: '/reviews', errors };
  }
}
