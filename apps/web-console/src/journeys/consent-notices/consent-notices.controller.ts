import { ConfirmConsentNotice } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { fieldErrorsOf } from '../../api-clients/field-errors-of';
import { SharingClient } from '../../api-clients/sharing.client';
import { Clock } from '../../clock';
import type { FieldError } from '../../forms/field-error';
import { Posted, type PostedFields } from '../../forms/posted';
import { page, redirect, type Answer } from '../../layout/page';
import { ForRoles } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import { requireId } from '../../session/require-id';
import { consentNoticesView } from './consent-notices.presenter';
import { CONSENT_READERS } from './consent-readers';

/** What a body was told of consent that changed: ids and codes, no names. It says what became of what it held. */
@Controller('consent-notices')
@ForRoles(...CONSENT_READERS)
export class ConsentNoticesController {
  constructor(
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@Req() request: ConsoleRequest): Promise<Answer> {
    return this.page(request, []);
  }

  @Post(':notice')
  async confirm(
    @Param('notice') id: string,
    @Body() fields: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const noticeId = requireId(id);
    const did = new Posted(fields).choice(`did-${noticeId}`, ConfirmConsentNotice.shape.did.options);
    if (did === undefined)
      return this.page(request, [{ field: `did-${noticeId}`, text: 'Say what became of what you held' }]);
    try {
      await this.sharing.confirmConsentNotice(request, noticeId, { did });
      return redirect('/consent-notices');
    } catch (error) {
      const wrong = fieldErrorsOf(error, { 'CONSENT.NOTICE_CONFIRMED': `did-${noticeId}` });
      if (wrong === undefined) throw error;
      return this.page(request, wrong);
    }
  }

  private async page(request: ConsoleRequest, errors: readonly FieldError[]): Promise<Answer> {
    const view = consentNoticesView(await this.sharing.consentNotices(request), errors, this.clock.now());
    return page('journeys/consent-notices/consent-notices.njk', { title: 'Consent notices', errors }, view);
  }
}
