import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ServiceProblem } from '../../../api-clients/service-errors';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Posted, type PostedFields } from '../../../forms/posted';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import { REGISTER_READERS } from '../../releasers/keeper-roles';
import { detrimentAuthorsView } from './detriment-authors.presenter';

/** Who may record that telling would harm a child, for each agency. */
@Controller('detriment-authors')
@ForRoles(...REGISTER_READERS)
export class DetrimentAuthorsController {
  constructor(private readonly sharing: SharingClient) {}

  @Get()
  async list(@Req() request: ConsoleRequest): Promise<Answer> {
    const view = detrimentAuthorsView(await this.sharing.detrimentAuthors(request));
    const frame = { title: 'Who may record harm', back: '/releasers', section: '/releasers' };
    return page('journeys/detriment-authors/list/detriment-authors.njk', frame, view);
  }

  /** Pressed twice, or by two people, it is ended once. */
  @Post(':agency/end')
  async end(
    @Param('agency') agencyId: string,
    @Body() fields: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const accountId = requireId(new Posted(fields).text('account'));
    await this.sharing.endDetrimentAuthority(request, { agencyId, accountId }).catch((error: unknown) => {
      if (error instanceof ServiceProblem && error.code === 'DETRIMENT_AUTHOR.NOT_FOUND') return;
      throw error;
    });
    return redirect('/detriment-authors');
  }
}
