import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { page, type Answer } from '../../../layout/page';
import { OpenToAll } from '../../../session/access.decorators';
import { MadePdfs } from './made-pdfs';
import { publicAgreementView } from './public-agreement.presenter';
import { PublicAgreements } from './public-agreements';
import { publicListView } from './public-list.presenter';

/** Who shares what about families, why, on what ground: for anybody, without a sign-in, a session or a cookie. Kept by no browser: a stop is read at once. */
@OpenToAll()
@Controller('p/:partnership/agreements')
export class PublicAgreementsController {
  private readonly pdfs = new MadePdfs();

  constructor(private readonly agreements: PublicAgreements) {}

  @Get()
  async list(@Param('partnership') partnership: string): Promise<Answer> {
    const { value } = await this.agreements.list(partnership);
    const view = publicListView(value);
    return page('journeys/agreements/public/public-list.njk', { title: 'Sharing agreements' }, view);
  }

  @Get(':slug')
  async one(@Param('partnership') partnership: string, @Param('slug') slug: string): Promise<Answer> {
    const { value, asOf } = await this.agreements.one(partnership, slug);
    const view = publicAgreementView(value, asOf);
    return page('journeys/agreements/public/public-agreement.njk', { title: view.title }, view);
  }

  @Get(':slug/agreement.pdf')
  async pdf(@Param('partnership') partnership: string, @Param('slug') slug: string): Promise<StreamableFile> {
    const { value, asOf } = await this.agreements.one(partnership, slug);
    const pdf = this.pdfs.of(publicAgreementView(value, asOf));
    const disposition = `inline; filename="${value.agreement.slug}.pdf"`;
    return new StreamableFile(await pdf, { type: 'application/pdf', disposition });
  }
}
