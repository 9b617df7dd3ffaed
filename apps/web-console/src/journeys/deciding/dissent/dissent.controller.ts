import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { DecisionClient } from '../../../api-clients/decision.client';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { HeldPosts } from '../../../session/held-posts';
import { PageNotFound } from '../../../session/page-not-found';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryFrame, enquiryPage, enquiryPath, type OpenEnquiry } from '../../enquiry/shared';
import { newestDecision } from '../shared/newest-decision';
import { RationaleSealer } from '../shared/rationale-sealer';
import { readDissent } from './dissent.form';
import { dissentView } from './dissent.presenter';
import { onceId } from '../../../forms/once-id';

/** A differing view beside the decision that stands. It delays nothing. */
@Controller('enquiries/:reference/decision/dissent')
@ForRoles('mash-manager', 'mash-analyst')
export class DissentController {
  constructor(
    private readonly frames: EnquiryFrame,
    private readonly decision: DecisionClient,
    private readonly sealer: RationaleSealer,
    private readonly heldPosts: HeldPosts,
  ) {}

  @Get()
  async show(@Param('reference') reference: string, @Req() request: ConsoleRequest): Promise<Answer> {
    const open = await this.frames.load(request, reference);
    const held = await this.heldPosts.take(request, request.path);
    return this.page(open, held && new Posted(held), []);
  }

  @Post()
  async raise(
    @Param('reference') reference: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [open, posted] = [await this.frames.load(request, reference), new Posted(fields)];
    const { dissent, errors } = readDissent(posted);
    if (dissent === undefined) return this.page(open, posted, errors);
    const { enquiryId } = open.enquiry;
    const { words, ...coded } = dissent;
    const sealed = await this.sealer.sealDissent(request, person, {
      enquiryId,
      dissentId: onceId(fields, request.path),
      words,
    });
    await this.decision.dissent(request, enquiryId, decisionIdOf(open), { ...coded, sealed });
    return redirect(enquiryPath(open.reference, '/decision'));
  }

  private page(open: OpenEnquiry, posted: Posted | undefined, errors: readonly FieldError[]): Answer {
    decisionIdOf(open);
    return enquiryPage(open, {
      template: 'journeys/deciding/dissent/dissent.njk',
      title: 'Differing view',
      section: 'decision',
      view: dissentView(open.reference, posted, errors),
      errors,
    });
  }
}

/** Before anything is decided there is nothing to differ from. */
function decisionIdOf({ enquiry }: OpenEnquiry): string {
  const newest = newestDecision(enquiry);
  if (newest === undefined) throw new PageNotFound();
  return newest.decisionId;
}
