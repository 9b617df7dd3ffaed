import { KeyRevocationReason, type SystemKeys } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { SharingClient } from '../../../api-clients/sharing.client';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { PageNotFound } from '../../../session/page-not-found';
import { revokeKeyView } from './revoke-key.presenter';

@Controller('agency-systems/:kid/revoke')
@ForRoles('partnership-admin', 'ig-officer')
export class RevokeKeyController {
  constructor(private readonly sharing: SharingClient) {}

  @Get()
  async ask(@Param('kid') kid: string, @Req() request: ConsoleRequest): Promise<Answer> {
    return ask(await this.running(request, kid), []);
  }

  @Post()
  async revoke(
    @Param('kid') kid: string,
    @Body() fields: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const key = await this.running(request, kid);
    const reason = new Posted(fields).choice('reason', KeyRevocationReason.options);
    if (reason === undefined) return ask(key, [{ field: 'reason', text: 'Choose why the key is revoked' }]);
    await this.sharing.revokeSystemKey(request, key.kid, reason);
    return redirect('/agency-systems');
  }

  private async running(request: ConsoleRequest, kid: string): Promise<SystemKeys['keys'][number]> {
    const found = (await this.sharing.systemKeys(request)).find((key) => key.kid === kid);
    if (found === undefined || found.state === 'revoked' || found.state === 'ended') throw new PageNotFound();
    return found;
  }
}

function ask(key: SystemKeys['keys'][number], errors: readonly FieldError[]): Answer {
  const frame = { title: 'Revoke a key', section: '/agency-systems', back: '/agency-systems', errors };
  return page('journeys/agency-systems/revoke/revoke-key.njk', frame, revokeKeyView(key, errors));
}
