import { newId } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { AgreementsClient } from '../../../api-clients/agreements.client';
import { Clock } from '../../../clock';
import { Posted, type PostedFields } from '../../../forms/posted';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { HeldPosts } from '../../../session/held-posts';
import { requireId } from '../../../session/require-id';
import { MANAGE, versionPath } from '../shared/agreement-paths';
import { requireVersion } from '../shared/require-version';
import { draftClash, draftFaults, readDraft, type DraftForm } from './draft.form';
import { draftInTheWay, draftThatIsThere, draftView } from './draft.presenter';
import { draftSkeleton } from './draft-skeleton';
import { asNextVersion } from './next-version';

/** A draft is written, or taken in from a file, in one field: every fault is told with its line. */
@Controller('agreements/manage')
@ForRoles('partnership-admin')
export class DraftAgreementController {
  constructor(
    private readonly agreements: AgreementsClient,
    private readonly heldPosts: HeldPosts,
    private readonly clock: Clock,
  ) {}

  @Get('draft')
  async begin(@Req() request: ConsoleRequest): Promise<Answer> {
    const held = await this.heldPosts.take(request, request.path);
    if (held !== undefined) return this.show({ ...readDraft(new Posted(held)), errors: [] });
    return this.show({ text: draftSkeleton(newId(), this.clock.now()), replaces: 'none', errors: [] });
  }

  @Get(':agreement/versions/:version/draft')
  async next(
    @Param('agreement') id: string,
    @Param('version') of: string,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [agreementId, version] = [requireId(id), requireVersion(of)];
    // One after the other: of a draft that is saved in between the words are the newer, and saving them says that another was read.
    const detail = await this.agreements.agreement(request, agreementId, version);
    const file = await this.agreements.exportAgreement(request, agreementId, version, 'yaml');
    const newest = Math.max(version, ...detail.history.map((step) => step.version));
    const text = detail.state === 'draft' ? file.text : asNextVersion(file.text, newest + 1);
    const replaces = draftThatIsThere(detail.history);
    return this.show({ text, replaces, errors: [] }, draftInTheWay(detail, this.clock.now()));
  }

  @Post('draft')
  async save(@Body() fields: PostedFields, @Req() request: ConsoleRequest): Promise<Answer> {
    const form = readDraft(new Posted(fields));
    if (form.errors.length > 0) return this.show(form);
    try {
      return redirect(versionPath(await this.agreements.importAgreement(request, form)));
    } catch (error) {
      const clash = draftClash(error, this.clock.now());
      return this.show({ ...form, ...(clash ?? { errors: draftFaults(error) }) });
    }
  }

  private show(form: DraftForm, inTheWay?: string): Answer {
    const { errors } = form;
    const frame = { title: 'Draft a version', wide: true, section: MANAGE, back: MANAGE, errors };
    return page('journeys/agreements/draft/draft.njk', frame, draftView(form, inTheWay));
  }
}
