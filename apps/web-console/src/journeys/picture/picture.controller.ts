import { newId } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { SharingClient } from '../../api-clients/sharing.client';
import { Clock } from '../../clock';
import { readAcceptedItems } from '../../forms/accepted-items';
import { redirect, type Answer } from '../../layout/page';
import { ForRoles, Person } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import type { SignedInPerson } from '../../session/signed-in-person';
import { EnquiryFrame, enquiryPage, enquiryPath } from '../enquiry/shared';
import { readFilter } from './picture-filter';
import { PictureReader } from './picture-reader';
import { pictureView } from './picture.presenter';

/** As the service has it: a manager with the clearance. Who asked first may not, and reads so on the page of it. */
const mayOverride = ({ roles, clearances }: SignedInPerson): boolean =>
  roles.includes('mash-manager') && clearances.includes('override');

/** What everyone knows of an enquiry, and who has not said. Each look is in the ledger before it is on screen. */
@Controller('enquiries/:reference/picture')
@ForRoles('mash-analyst', 'mash-manager')
export class PictureController {
  constructor(
    private readonly frames: EnquiryFrame,
    private readonly reader: PictureReader,
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Query() query: Record<string, unknown>,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frames.load(request, reference);
    const { enquiry, names, roster, now } = open;
    const read = await this.reader.read(request, enquiry);
    const path = enquiryPath(open.reference, '/picture');
    const view = pictureView({
      ...read,
      path,
      names,
      roster,
      filter: readFilter(query),
      mayOverride: mayOverride(person),
      now,
    });
    return enquiryPage(open, { template: 'journeys/picture/picture.njk', title: 'Picture', section: 'picture', view });
  }

  /** What was accepted is what was on the page: a warning or condition that came since is asked about by itself. */
  @Post()
  async accept(
    @Param('reference') reference: string,
    @Body() { items }: { items?: unknown },
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const { enquiry, reference: own } = await this.frames.load(request, reference);
    const accepted = readAcceptedItems(items);
    const acceptanceId = newId(this.clock.now().getTime());
    const { enquiryId } = enquiry;
    if (accepted) await this.sharing.acceptConditions(request, { acceptanceId, enquiryId, ...accepted });
    return redirect(enquiryPath(own, '/picture'));
  }
}
