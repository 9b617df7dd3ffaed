import type { AgreementView } from '@mash/contracts';
import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { AgreementsClient } from '../../../api-clients/agreements.client';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { PageNotFound } from '../../../session/page-not-found';
import { requireId } from '../../../session/require-id';

import { stopView } from './stop.presenter';

/** "Stop sharing now": an interruption that names what stops, then the act. */
@Controller('agreements/manage/:agreement/stop')
@ForRoles('partnership-admin', 'ig-officer')
export class StopAgreementController {
  constructor(private readonly agreements: AgreementsClient) {}

  @Get()
  async ask(@Param('agreement') id: string, @Req() request: ConsoleRequest): Promise<Answer> {
    const agreement = await this.inForce(request, requireId(id));
    const frame = { title: 'Stop sharing', section: '/agreements/manage', back: '/agreements/manage' };
    return page('journeys/agreements/stop/stop.njk', frame, stopView(agreement));
  }

  @Post()
  async stop(@Param('agreement') id: string, @Req() request: ConsoleRequest): Promise<Answer> {
    await this.agreements.stopAgreement(request, requireId(id));
    return redirect('/agreements/manage');
  }

  private async inForce(request: ConsoleRequest, agreementId: string): Promise<AgreementView> {
    const found = (await this.agreements.agreements(request)).find(
      (one) => one.agreementId === agreementId && one.may.includes('stop'),
    );
    if (found === undefined) throw new PageNotFound();
    return found;
  }
}
