import { LineFacts, NoticeFacts, type EnvelopeToOpen } from '@mash/contracts';
import { ServiceClient } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import type { CapabilityRow } from './capability.repository';

const SCOPE = 'facts:read';

/**
 * The envelope that a capability is for, fetched from its owner: the caller brings none. Who it is for and about is what was permitted; an
 * envelope that lies there for anybody else does not open.
 */
@Injectable()
export class CapabilitySource {
  constructor(private readonly services: ServiceClient) {}

  /** @throws PassingServiceFailure where its owner is down; ServiceRefusal where it is not there */
  envelopeOf(row: CapabilityRow): Promise<EnvelopeToOpen> {
    return row.kind === 'notice' ? this.notice(row) : this.question(row);
  }

  private async question({ aboutId, agencyId, personId }: CapabilityRow): Promise<EnvelopeToOpen> {
    const path = `/facts/lines/${aboutId}`;
    const line = await this.services.get('agency-requests', path, { schema: LineFacts, scope: SCOPE });
    const { envelopeId, requestId, sealed } = line;
    return {
      ...{ typ: 'request', envelopeId, version: 1, requestId, agencyId, sealed },
      ...(personId !== null && { personId }),
    };
  }

  private async notice({ aboutId, agencyId }: CapabilityRow): Promise<EnvelopeToOpen> {
    const path = `/facts/notices/${aboutId}`;
    const { noticeId, sealed } = await this.services.get('decision', path, { schema: NoticeFacts, scope: SCOPE });
    return { typ: 'outward', envelopeId: noticeId, version: 1, productId: noticeId, agencyId, sealed };
  }
}
