import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import { SharingClient } from '../../../api-clients/sharing.client';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryFrame, type OpenEnquiry } from '../../enquiry/shared';
import { consentPath } from '../consent-path';
import { ConsentPage } from '../page/consent-page';
import { reasonField } from '../page/consent.presenter';
import { ConsentSealer } from '../shared/consent-sealer';

const fieldsOf = (field: string) => ({
  ...{ 'CONSENT.GROUND_DECIDED': field, 'CONSENT.OWN_GROUND': field, sealedReason: field },
});

/** A manager accepts another ground for not asking, or does not. */
@Controller('enquiries/:reference/people/:person/consent/:statement/ground')
@ForRoles('mash-manager')
export class GroundController {
  constructor(
    private readonly frame: EnquiryFrame,
    private readonly pages: ConsentPage,
    private readonly sharing: SharingClient,
    private readonly sealer: ConsentSealer,
  ) {}

  @Post()
  async decide(
    @Param() params: { reference: string; person: string; statement: string },
    @Body() fields: PostedFields,
    @Person() reader: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frame.load(request, params.reference);
    const [personId, statementId] = [requireId(params.person), requireId(params.statement)];
    const posted = new Posted(fields);
    const accept = posted.choice('accept', ['yes', 'no']);
    const field = reasonField(statementId);
    const text = posted.text(field);
    const back = (errors: readonly FieldError[]): Promise<Answer> =>
      this.pages.show(request, open, { personId, reader, reason: { statementId, text }, errors });
    if (text === '' || text.length > 2000 || accept === undefined)
      return back([{ field, text: 'Write why this ground counts, or why not, in 2,000 characters or fewer' }]);
    try {
      await this.send(open, { statementId, accepted: accept === 'yes', reason: text }, reader, request);
      return redirect(consentPath(open.reference, personId));
    } catch (error) {
      const wrong = fieldErrorsOf(error, fieldsOf(field));
      if (wrong === undefined) throw error;
      return back(wrong);
    }
  }

  private async send(
    { enquiry: { enquiryId } }: OpenEnquiry,
    its: { statementId: string; accepted: boolean; reason: string },
    author: SignedInPerson,
    request: ConsoleRequest,
  ): Promise<void> {
    const { statementId, accepted, reason } = its;
    const sealedReason = await this.sealer.seal(request, author, { enquiryId, statementId }, { reason });
    await this.sharing.decideGround(request, enquiryId, statementId, { accepted, sealedReason });
  }
}
