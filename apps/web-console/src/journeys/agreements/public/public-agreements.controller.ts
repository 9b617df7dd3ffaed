import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { page, type Answer } from '../../../layout/page';
import { OpenToAll } from '../../../session/access.decorators';
import { agreementPdf } from './agreement-pdf';
import { publicAgreementView } from './public-agreement.presenter';
import { PublicAgreements, type AsOf } from './public-agreements';
import { publicListView } from './public-list.presenter';
import type { PublicAgreementPage } from '@mash/contracts';

const FOR_A_MINUTE = 'public, max-age=60';

/** Who shares what about families, why, on what ground: for anybody, without a sign-in, a session or a cookie. */
@OpenToAll()
@Controller('p/:partnership/agreements')
export class PublicAgreementsController {
  /** PDFs by what they were made from: made once for as long as that is kept. */
  private readonly pdfs = new WeakMap<AsOf<PublicAgreementPage>, Promise<Buffer>>();

  constructor(private readonly agreements: PublicAgreements) {}

  @Get()
  async list(
    @Param('partnership') partnership: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Answer> {
    const { value } = await this.agreements.list(partnership);
    response.setHeader('Cache-Control', FOR_A_MINUTE);
    const view = publicListView(value);
    return page('journeys/agreements/public/public-list.njk', { title: 'Sharing agreements' }, view);
  }

  @Get(':slug')
  async one(
    @Param('partnership') partnership: string,
    @Param('slug') slug: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Answer> {
    const { value, asOf } = await this.agreements.one(partnership, slug);
    response.setHeader('Cache-Control', FOR_A_MINUTE);
    const view = publicAgreementView(value, asOf);
    return page('journeys/agreements/public/public-agreement.njk', { title: view.title }, view);
  }

  @Get(':slug/agreement.pdf')
  async pdf(
    @Param('partnership') partnership: string,
    @Param('slug') slug: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const found = await this.agreements.one(partnership, slug);
    const pdf = this.pdfs.get(found) ?? agreementPdf(publicAgreementView(found.value, found.asOf));
    this.pdfs.set(found, pdf);
    response.setHeader('Cache-Control', FOR_A_MINUTE);
    const disposition = `inline; filename="${found.value.agreement.slug}.pdf"`;
    return new StreamableFile(await pdf, { type: 'application/pdf', disposition });
  }
}
