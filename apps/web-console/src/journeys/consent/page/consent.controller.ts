import { Controller, Get, Param, Req } from '@nestjs/common';
import type { Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryFrame } from '../../enquiry/shared';
import { ConsentPage } from './consent-page';

/** What has this person agreed to? Three things, never merged. */
@Controller('enquiries/:reference/people/:person/consent')
@ForRoles('mash-analyst', 'mash-manager')
export class ConsentController {
  constructor(
    private readonly frame: EnquiryFrame,
    private readonly pages: ConsentPage,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Param('person') person: string,
    @Person() reader: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    return this.pages.show(request, open, { personId: requireId(person), reader });
  }
}
