import { DraftReplaced, ExportFormat } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { AgreementsClient } from '../../../api-clients/agreements.client';
import { ServiceProblem } from '../../../api-clients/service-errors';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
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
    return this.page(request, person, { agreementId: requireId(id), version: requireVersion(version) }, []);
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
  async discard(
    @Param('agreement') id: string,
    @Param('version') of: string,
    @Body() fields: PostedFields,
    @Req() request: ConsoleRequest,
    @Person() person: SignedInPerson,
  ): Promise<Answer> {
    const its = { agreementId: requireId(id), version: requireVersion(of) };
    try {
      await this.agreements.discardDraft(request, its.agreementId, readIn(fields));
    } catch (error) {
      return this.page(request, person, its, [changedSince(error, 'discard', 'throw it away')]);
    }
    return redirect(MANAGE);
  }

  @Post(':step')
  async take(
    @Param('agreement') id: string,
    @Param('version') of: string,
    @Param('step') asked: string,
    @Body() fields: PostedFields,
    @Req() request: ConsoleRequest,
    @Person() person: SignedInPerson,
  ): Promise<Answer> {
    const step = STEPS.find((one) => one === asked);
    if (step === undefined) throw new PageNotFound();
    const [agreementId, version] = [requireId(id), requireVersion(of)];
    try {
      await this.agreements.takeAgreementStep(request, agreementId, version, { step, read: readIn(fields) });
    } catch (error) {
      return this.page(request, person, { agreementId, version }, [changedSince(error, 'next-step', 'send it out')]);
    }
    return redirect(versionPath({ agreementId, version }));
  }

  private async page(
    request: ConsoleRequest,
    person: SignedInPerson,
    { agreementId, version }: { agreementId: string; version: number },
    errors: readonly FieldError[],
  ): Promise<Answer> {
    const detail = await this.agreements.agreement(request, agreementId, version);
    const frame = { title: 'Agreement', section: MANAGE, back: MANAGE, errors };
    return page('journeys/agreements/version/version.njk', frame, versionView(detail, person.agencyName));
  }
}

/** The draft that was on the page; a form of an earlier release does not say. */
const readIn = (fields: PostedFields): DraftReplaced | undefined =>
  DraftReplaced.safeParse(new Posted(fields).text('read')).data;

/** Somebody has saved another draft since: the page shows that one, and what was pressed is not done. @throws any other error */
function changedSince(error: unknown, field: string, what: string): FieldError {
  if (!(error instanceof ServiceProblem) || error.code !== 'SHARING.DRAFT_CHANGED') throw error;
  return { field, text: `${error.detail} This is it: read it before you ${what}` };
}
