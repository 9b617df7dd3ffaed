import { Controller, Get, Param, Req } from '@nestjs/common';
import { AgreementsClient } from '../../../api-clients/agreements.client';
import { page, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import { MANAGE, versionPath } from '../shared/agreement-paths';
import { requireVersion } from '../shared/require-version';
import { compareView } from './compare.presenter';

/** Two versions side by side: what would change for families, in sentences. */
@Controller('agreements/manage/:agreement/compare/:from/:to')
@ForRoles('partnership-admin', 'ig-officer', 'agreement-signatory')
export class CompareAgreementController {
  constructor(private readonly agreements: AgreementsClient) {}

  @Get()
  async show(
    @Param('agreement') id: string,
    @Param('from') from: string,
    @Param('to') to: string,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const agreementId = requireId(id);
    const [before, after] = await Promise.all(
      [from, to].map((version) => this.agreements.agreement(request, agreementId, requireVersion(version))),
    );
    if (before === undefined || after === undefined) throw new Error('Two were asked for');
    const frame = { title: 'Compare versions', wide: true, section: MANAGE, back: versionPath(after) };
    return page('journeys/agreements/compare/compare.njk', frame, compareView(before, after));
  }
}
