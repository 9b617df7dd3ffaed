import { ExportFormat } from '@mash/contracts';
import { Controller, Get, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { AgreementsClient } from '../../../api-clients/agreements.client';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { PageNotFound } from '../../../session/page-not-found';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { MANAGE, versionPath } from '../shared/agreement-paths';
import { requireVersion } from '../shared/require-version';
import { versionView } from './version.presenter';

const STEPS = ['propose', 'approve', 'put-in-force'] as const;

/** One version: what it says and who approved it; and the next step of it, each a button of its own. */
@Controller('agreements/manage/:agreement/versions/:version')
@ForRoles('partnership-admin', 'ig-officer', 'agreement-signatory')
export class AgreementVersionController {
  constructor(private readonly agreements: AgreementsClient) {}

  @Get()
  async show(
    @Param('agreement') id: string,
    @Param('version') version: string,
    @Req() request: ConsoleRequest,
    @Person() person: SignedInPerson,
  ): Promise<Answer> {
    const detail = await this.agreements.agreement(request, requireId(id), requireVersion(version));
    const frame = { title: 'Agreement', section: MANAGE, back: MANAGE };
    return page('journeys/agreements/version/version.njk', frame, versionView(detail, person.agencyName));
  }

  @Get('export/:format')
  async download(
    @Param('agreement') id: string,
    @Param('version') version: string,
    @Param('format') asked: string,
    @Req() request: ConsoleRequest,
  ): Promise<StreamableFile> {
    const format = ExportFormat.safeParse(asked);
    if (!format.success) throw new PageNotFound();
    const file = await this.agreements.exportAgreement(request, requireId(id), requireVersion(version), format.data);
    const disposition = `attachment; filename="${file.fileName}"`;
    return new StreamableFile(Buffer.from(file.text, 'utf8'), {
      type: `${file.mediaType}; charset=utf-8`,
      disposition,
    });
  }

  @Post('discard')
  @ForRoles('partnership-admin')
  async discard(@Param('agreement') id: string, @Req() request: ConsoleRequest): Promise<Answer> {
    await this.agreements.discardDraft(request, requireId(id));
    return redirect(MANAGE);
  }

  @Post(':step')
  async take(
    @Param('agreement') id: string,
    @Param('version') of: string,
    @Param('step') asked: string,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const step = STEPS.find((one) => one === asked);
    if (step === undefined) throw new PageNotFound();
    const [agreementId, version] = [requireId(id), requireVersion(of)];
    await this.agreements.takeAgreementStep(request, agreementId, version, step);
    return redirect(versionPath({ agreementId, version }));
  }
}
