import { NoticeFacts } from '@mash/contracts';
import { ServiceClient, ServiceRefusal } from '@mash/service-host';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { CapabilityRepository } from '../capabilities/capability.repository';

/** Which notices of immediate protection went out, and to whom. */
@Injectable()
export class NoticesTold {
  constructor(
    private readonly services: ServiceClient,
    private readonly capabilities: CapabilityRepository,
  ) {}

  /** Undefined where there is no such notice in this enquiry. @throws PassingServiceFailure where `decision` is down */
  async agencyOf(enquiryId: string, noticeId: string): Promise<string | undefined> {
    const its = { schema: NoticeFacts, scope: 'facts:read' };
    const notice = await this.services.get('decision', `/facts/notices/${noticeId}`, its).catch(isGone);
    return notice?.enquiryId === enquiryId ? notice.agencyId : undefined;
  }

  /** Of bodies that the register knows. */
  ofEnquiry(enquiryId: string, tx: Tx): Promise<string[]> {
    return this.capabilities.noticesOf(enquiryId, tx);
  }
}

function isGone(error: unknown): undefined {
  if (error instanceof ServiceRefusal && error.status === 404) return undefined;
  throw error;
}
