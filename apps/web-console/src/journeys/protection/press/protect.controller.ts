import { newId } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { DecisionClient } from '../../../api-clients/decision.client';
import { AuditIsDown, ServiceDown } from '../../../api-clients/service-errors';
import { Posted, type PostedFields } from '../../../forms/posted';
import { HANDLING } from '../../../layout/handling-line';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import { requireReference } from '../../../session/require-reference';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryFrame } from '../../enquiry/shared/enquiry-frame';
import { enquiryPage } from '../../enquiry/shared/enquiry-page';
import { enquiryPath } from '../../enquiry/shared/enquiry-sections';
import { ProtectionPress } from './protection-press';
import { protectView } from './protect.presenter';

/** Immediate protection: one page that says whom a press tells, and one press. */
@Controller('enquiries/:reference/protect')
@ForRoles('mash-analyst', 'mash-manager')
export class ProtectController {
  constructor(
    private readonly frame: EnquiryFrame,
    private readonly decision: DecisionClient,
    private readonly protection: ProtectionPress,
  ) {}

  @Get()
  async show(@Param('reference') reference: string, @Req() request: ConsoleRequest): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const { enquiry, now } = open;
    const told = await this.decision.protectionRecipients(request, enquiry.enquiryId);
    const view = protectView({ enquiry, told, protectionId: newId(now.getTime()), now });
    return enquiryPage(open, {
      template: 'journeys/protection/press/protect.njk',
      title: 'Immediate protection',
      view,
    });
  }

  /** Loads no page first: the press must go even while the record of who looked cannot be written. */
  @Post()
  async press(
    @Param('reference') typed: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const reference = requireReference(typed);
    const posted = new Posted(fields);
    const enquiryId = requireId(posted.text('enquiryId'));
    const protectionId = requireId(posted.text('protectionId'));
    try {
      await this.protection.press(request, person, { enquiryId, protectionId });
    } catch (error) {
      if (!(error instanceof ServiceDown || error instanceof AuditIsDown)) throw error;
      const view = { enquiryId, protectionId, action: enquiryPath(reference, '/protect') };
      const frame = { title: 'Not sent', handling: HANDLING.hubOnly };
      return page('journeys/protection/press/not-sent.njk', frame, view, 503);
    }
    return redirect(enquiryPath(reference));
  }
}
