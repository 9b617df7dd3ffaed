import { newId } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { DecisionClient } from '../../../api-clients/decision.client';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import type { Asker } from '../../../api-clients/service-http';
import { Clock } from '../../../clock';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { HeldPosts } from '../../../session/held-posts';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryFrame, enquiryPage, enquiryPath, type OpenEnquiry } from '../../enquiry/shared';
import { ReasonSealer } from '../../governance/shared/reason-sealer';
import { readAccess, type AccessTyped } from './access.form';
import { accessView } from './access.presenter';

const FIELDS = {
  sealedReason: 'reason',
  named: 'named',
  conflicts: 'conflict',
  'ENQUIRY.ACCESS_CHANGED': 'restricted',
};

/** Who may see an enquiry: restricted to named people or open to the hub, and who is kept out. */
@Controller('enquiries/:reference/access')
@ForRoles('mash-manager')
export class AccessController {
  constructor(
    private readonly frames: EnquiryFrame,
    private readonly decision: DecisionClient,
    private readonly sealer: ReasonSealer,
    private readonly heldPosts: HeldPosts,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frames.load(request, reference);
    const held = await this.heldPosts.take(request, request.path);
    return this.page(request, person, open, held && new Posted(held));
  }

  @Post()
  async set(
    @Param('reference') reference: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [open, posted] = [await this.frames.load(request, reference), new Posted(fields)];
    const standing = await this.decision.accessTo(request, open.enquiry.enquiryId);
    const { typed, errors } = readAccess(posted, standing, person.accountId);
    if (typed === undefined) return this.page(request, person, open, posted, errors);
    try {
      await this.send(request, person, open.enquiry.enquiryId, typed);
    } catch (error) {
      const wrong = fieldErrorsOf(error, FIELDS);
      if (wrong === undefined) throw error;
      return this.page(request, person, open, posted, wrong);
    }
    return redirect(enquiryPath(open.reference, '/access'));
  }

  private async send(
    request: ConsoleRequest,
    person: SignedInPerson,
    enquiryId: string,
    { reason, ...lists }: AccessTyped,
  ): Promise<void> {
    const changeId = newId(this.clock.now().getTime());
    const its = { enquiryId, noteId: changeId, version: 1, reason } as const;
    const sealedReason = await this.sealer.seal(request, person, its);
    await this.decision.setAccess(request, enquiryId, { changeId, ...lists, sealedReason });
  }

  private async page(
    asker: Asker,
    { accountId: readerId }: SignedInPerson,
    open: OpenEnquiry,
    posted: Posted | undefined,
    errors: readonly FieldError[] = [],
  ): Promise<Answer> {
    const access = await this.decision.accessTo(asker, open.enquiry.enquiryId);
    const { reference, now } = open;
    const view = accessView({ reference, access, readerId, posted, errors, now });
    const template = 'journeys/access/restrict/access.njk';
    return enquiryPage(open, { template, title: 'Who may see it', section: 'now', view, errors });
  }
}
