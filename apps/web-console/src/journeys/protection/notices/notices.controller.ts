import { newId, type Notice } from '@mash/contracts';
import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { DecisionClient } from '../../../api-clients/decision.client';
import { ServiceDown } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { HANDLING } from '../../../layout/handling-line';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { releasedDocument, type ReleasedDocument } from '../../enquiry/contact/contact-words';
import { NoticeContent } from '../notice-content';
import { noticeView } from './notice.presenter';
import { noticesView } from './notices.presenter';

/** Notices of immediate protection, for police and social care: read, and confirm receipt. */
@Controller('notices')
@ForRoles('police-liaison', 'social-care-liaison', 'social-care-manager', 'emergency-duty')
export class NoticesController {
  constructor(
    private readonly decision: DecisionClient,
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Req() request: ConsoleRequest): Promise<Answer> {
    const notices = await this.decision.notices(request);
    const frame = { title: 'Protection notices', handling: HANDLING.ownAgency };
    return page('journeys/protection/notices/notices.njk', frame, noticesView(notices, this.clock.now()));
  }

  @Get(':notice')
  async show(
    @Param('notice') id: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const notice = await this.decision.notice(request, requireId(id));
    const document = await this.open(request, person, notice);
    const view = noticeView({ notice, document, now: this.clock.now() });
    const frame = {
      ...{ title: `Notice, ${notice.reference}`, handling: HANDLING.ownAgency },
      ...{ section: '/notices', back: '/notices' },
    };
    return page('journeys/protection/notices/notice.njk', frame, view);
  }

  @Post(':notice/receipt')
  async receive(@Param('notice') id: string, @Req() request: ConsoleRequest): Promise<Answer> {
    const noticeId = requireId(id);
    await this.decision.receiveNotice(request, noticeId);
    return redirect(`/notices/${noticeId}`);
  }

  /** Opened by the recipient's own token, in the ledger first. Without `sharing` the page still says that there is a notice. */
  private async open(
    asker: Asker,
    { agencyId }: SignedInPerson,
    { noticeId, enquiryId, sealed }: Notice,
  ): Promise<ReleasedDocument<NoticeContent>> {
    const ids = { envelopeId: noticeId, version: 1, productId: noticeId, agencyId };
    const envelopes = [{ typ: 'outward' as const, ...ids, sealed }];
    const releaseId = newId(this.clock.now().getTime());
    try {
      const body = { releaseId, enquiryId, mode: 'protect', purpose: 'S47', envelopes } as const;
      return releasedDocument(await this.sharing.release(asker, { ...body, envelopes }), NoticeContent);
    } catch (error) {
      if (error instanceof ServiceDown) return { kind: 'unreachable' };
      throw error;
    }
  }
}
