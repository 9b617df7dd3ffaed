import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { AgreementsClient } from '../../../api-clients/agreements.client';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import { ServiceProblem } from '../../../api-clients/service-errors';
import { SharingClient } from '../../../api-clients/sharing.client';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { HeldPosts } from '../../../session/held-posts';
import { PageNotFound } from '../../../session/page-not-found';
import { MANAGE } from '../../agreements/shared/agreement-paths';
import { changedSince, entryRead, isChangedSince, readSignatory, type SignatoryOf } from './name-signatory.form';
import { nameSignatoryView } from './name-signatory.presenter';

const LIST = '/signatories';
const FIELDS = {
  ...{ 'signatories.0.accountId': 'account', 'signatories.0.name': 'name', 'signatories.0.jobTitle': 'post' },
  ...{ 'signatories.0.approves': 'approves', 'signatories.0.endedOn': 'last-day' },
};

interface Asked extends SignatoryOf {
  readonly body: string;
}

/** Names somebody in the register of signatories, or changes or ends what somebody there may do. */
@Controller(['signatories/:agency', 'signatories/:agency/:account'])
@ForRoles('partnership-admin')
export class NameSignatoryController {
  constructor(
    private readonly agreements: AgreementsClient,
    private readonly sharing: SharingClient,
    private readonly heldPosts: HeldPosts,
  ) {}

  @Get()
  async show(
    @Param('agency') agencyId: string,
    @Param('account') accountId: string | undefined,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const asked = await this.asked(request, agencyId, accountId);
    const held = await this.heldPosts.take(request, request.path);
    const posted = held && new Posted(held);
    return this.page(asked, posted, posted && isChangedSince(posted, asked) ? [changedSince(asked)] : []);
  }

  @Post()
  async keep(
    @Param('agency') agencyId: string,
    @Param('account') accountId: string | undefined,
    @Body() fields: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const asked = await this.asked(request, agencyId, accountId);
    const posted = new Posted(fields);
    const { signatory, errors } = readSignatory(posted, asked);
    if (signatory === undefined) return this.page(asked, posted, errors);
    try {
      await this.agreements.registerSignatory(request, signatory, entryRead(posted));
    } catch (error) {
      if (error instanceof ServiceProblem && error.code === 'SHARING.SIGNATORY_CHANGED') {
        const now = await this.asked(request, agencyId, accountId);
        return this.page(now, posted, [changedSince(now)]);
      }
      const wrong = fieldErrorsOf(error, FIELDS);
      if (wrong === undefined) throw error;
      return this.page(asked, posted, wrong);
    }
    return redirect(LIST);
  }

  private async asked(request: ConsoleRequest, agencyId: string, accountId: string | undefined): Promise<Asked> {
    const [signatories, agencies] = await Promise.all([
      this.agreements.signatories(request),
      this.sharing.agencies(request),
    ]);
    const body = agencies.find((one) => one.agencyId === agencyId);
    const known = signatories.filter((one) => one.agencyId === agencyId);
    const entry = known.find((one) => one.accountId === accountId);
    if (body === undefined || (accountId !== undefined && entry === undefined)) throw new PageNotFound();
    return { agencyId, body: body.name, entry, known };
  }

  private page(asked: Asked, posted: Posted | undefined, errors: readonly FieldError[]): Answer {
    const frame = { title: 'Who may approve', section: MANAGE, back: LIST, errors };
    return page('journeys/signatories/name/name-signatory.njk', frame, nameSignatoryView(asked, posted, errors));
  }
}
