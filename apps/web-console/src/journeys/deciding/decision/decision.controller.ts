import { Controller, Get, Param, Req } from '@nestjs/common';
import type { Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryFrame, enquiryPage } from '../../enquiry/shared';
import { newestDecision } from '../shared/newest-decision';
import { RationaleReader } from '../shared/rationale-reader';
import { decisionPageView } from './decision.presenter';

/** The decision section of an enquiry. */
@Controller('enquiries/:reference/decision')
@ForRoles('mash-manager', 'mash-analyst')
export class DecisionController {
  constructor(
    private readonly frames: EnquiryFrame,
    private readonly rationale: RationaleReader,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Person() { accountId, roles }: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frames.load(request, reference);
    const newest = newestDecision(open.enquiry);
    const rationale = newest && (await this.rationale.read(request, open.enquiry, newest));
    return enquiryPage(open, {
      template: 'journeys/deciding/decision/decision.njk',
      title: 'Decision',
      section: 'decision',
      view: decisionPageView(open, rationale, { accountId, isManager: roles.includes('mash-manager') }),
    });
  }
}
