import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { Answer } from '../../layout/page';
import { ForRoles } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import { EnquiryFrame, enquiryPage, enquiryPath } from '../enquiry/shared';
import { readFilter } from './picture-filter';
import { PictureReader } from './picture-reader';
import { pictureView } from './picture.presenter';

/** What everyone knows of an enquiry, and who has not said. Each look is in the ledger before it is on screen. */
@Controller('enquiries/:reference/picture')
@ForRoles('mash-analyst', 'mash-manager')
export class PictureController {
  constructor(
    private readonly frames: EnquiryFrame,
    private readonly reader: PictureReader,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Query() query: Record<string, unknown>,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frames.load(request, reference);
    const { enquiry, names, roster, now } = open;
    const read = await this.reader.read(request, enquiry);
    const path = enquiryPath(open.reference, '/picture');
    const view = pictureView({ ...read, path, names, roster, filter: readFilter(query), now });
    return enquiryPage(open, { template: 'journeys/picture/picture.njk', title: 'Picture', section: 'picture', view });
  }
}
