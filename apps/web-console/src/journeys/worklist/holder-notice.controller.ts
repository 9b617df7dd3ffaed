import { LIAISON_ROLES } from '@mash/contracts';
import { Controller, Param, Post, Req } from '@nestjs/common';
import { SharingClient } from '../../api-clients/sharing.client';
import { redirect, type Answer } from '../../layout/page';
import { ForRoles } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import { requireId } from '../../session/require-id';

/** A holder has seen that its information was told in immediate protection. */
@Controller('holder-notices/:notice')
@ForRoles(...LIAISON_ROLES)
export class HolderNoticeController {
  constructor(private readonly sharing: SharingClient) {}

  @Post('seen')
  async seen(@Param('notice') id: string, @Req() request: ConsoleRequest): Promise<Answer> {
    await this.sharing.holderNoticeSeen(request, requireId(id));
    return redirect('/worklist');
  }
}
