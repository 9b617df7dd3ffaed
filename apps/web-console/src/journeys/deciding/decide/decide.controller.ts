import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { AgencyRequestsClient } from '../../../api-clients/agency-requests.client';
import { DecisionClient } from '../../../api-clients/decision.client';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import { ServiceProblem } from '../../../api-clients/service-errors';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { HeldPosts } from '../../../session/held-posts';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryFrame, enquiryPage, enquiryPath, type OpenEnquiry } from '../../enquiry/shared';
import { outcomeIn, packOf } from '../shared/pack-of';
import { RationaleSealer } from '../shared/rationale-sealer';
import { askedToDecide } from './asked-to-decide';
import { readDecision, type DecisionStated } from './decide.form';
import { decideView, type DecideGiven } from './decide.presenter';

/** Refusals of the decision service that belong to a field of this page. */
const FIELD_OF_REFUSAL = {
  outcomes: 'worried',
  'DECISION.CHILD_WITHOUT_OUTCOME': 'worried',
  'DECISION.UNANSWERED_NOT_CONFIRMED': 'strategy',
  'DECISION.STRATEGY_NOT_SAID': 'strategy',
  'DECISION.NOT_RATED': 'worried',
  'DECISION.DECIDED_MEANWHILE': 'worried',
  'DECISION.ROSTER_CHANGED': 'worried',
} as const;

/** Why it could not be decided so; nothing that was typed is lost. */
interface Refused {
  readonly errors: readonly FieldError[];
  readonly isOutdated: boolean;
}

/** The manager decides: an outcome for each child, with reasons. */
@Controller('enquiries/:reference/decide')
@ForRoles('mash-manager')
export class DecideController {
  constructor(
    private readonly frames: EnquiryFrame,
    private readonly requests: AgencyRequestsClient,
    private readonly decision: DecisionClient,
    private readonly sealer: RationaleSealer,
    private readonly heldPosts: HeldPosts,
  ) {}

  @Get()
  async show(@Param('reference') reference: string, @Req() request: ConsoleRequest): Promise<Answer> {
    const asked = await this.asked(request, reference);
    const held = await this.heldPosts.take(request, request.path);
    return this.page({ ...asked, ...(held && { posted: new Posted(held) }) });
  }

  @Post()
  async decide(
    @Param('reference') reference: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [given, posted] = [await this.asked(request, reference), new Posted(fields)];
    const { stated, errors } = readDecision(posted, given.asked);
    if (stated === undefined) return this.page({ ...given, posted, errors });
    const refused = await this.send(request, person, given.open, stated);
    if (refused === undefined) return redirect(nextPage(given.open, stated));
    const fresh = refused.isOutdated ? await this.asked(request, reference) : given;
    return this.page({ ...fresh, posted, ...refused });
  }

  private async asked(request: ConsoleRequest, reference: string): Promise<DecideGiven> {
    const open = await this.frames.load(request, reference);
    const { requests, notNamed } = await this.requests.requestsOf(request, open.enquiry.enquiryId);
    return { open, requests, notNamed, asked: askedToDecide(open, requests, notNamed) };
  }

  private async send(
    request: ConsoleRequest,
    person: SignedInPerson,
    { enquiry: { enquiryId } }: OpenEnquiry,
    { decision, rationale }: DecisionStated,
  ): Promise<Refused | undefined> {
    const sealed = await this.sealer.sealRationale(request, person, enquiryId, rationale);
    try {
      await this.decision.decide(request, enquiryId, { ...decision, sealed });
      return undefined;
    } catch (error) {
      const errors = fieldErrorsOf(error, FIELD_OF_REFUSAL);
      if (errors === undefined) throw error;
      return { errors, isOutdated: error instanceof ServiceProblem && error.status === 409 };
    }
  }

  private page(given: DecideGiven): Answer {
    return enquiryPage(given.open, {
      template: 'journeys/deciding/decide/decide.njk',
      title: 'Decide',
      section: 'decision',
      view: decideView(given),
      ...(given.errors && { errors: given.errors }),
    });
  }
}

/** Where a team receives somebody, the handover is next; otherwise the referrer is told. */
function nextPage({ enquiry, reference }: OpenEnquiry, { decision }: DecisionStated): string {
  const pack = packOf(enquiry);
  const goesOn = decision.outcomes.some(({ outcome }) => outcomeIn(pack, outcome)?.team !== undefined);
  return enquiryPath(reference, goesOn ? '/route' : '/feedback');
}
