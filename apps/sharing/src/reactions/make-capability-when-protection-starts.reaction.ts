import { ProtectionStartedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { lapsesAfter } from '../capabilities/capability-maker';
import { CapabilityRepository } from '../capabilities/capability.repository';
import { AgencyRepository } from '../register/agency.repository';
import { toldInProtect } from '../register/told-in-protect';

/**
 * Police and social care, by the register, are told at once; where their own system fetches its notices, it may open this one, once. Another body that the
 * event names gets nothing here.
 */
@Controller()
export class MakeCapabilityWhenProtectionStarts {
  static readonly consumerId = 'sharing.make-capability-when-protection-starts';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly capabilities: CapabilityRepository,
    private readonly agencies: AgencyRepository,
  ) {}

  @EventPattern(ProtectionStartedV1.type)
  async handle(@Payload() { id, partnershipId, data }: ProtectionStartedV1): Promise<void> {
    const bodies = await this.agencies.all(partnershipId);
    const bodyOf = (agencyId: string) => bodies.find((body) => body.agencyId === agencyId);
    const told = data.recipients.filter(({ agencyId }) => toldInProtect(bodyOf(agencyId)) !== undefined);
    const madeAt = new Date(data.startedAt);
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, MakeCapabilityWhenProtectionStarts.consumerId, id))) return;
      for (const { agencyId, noticeId } of told) {
        const about = { kind: 'notice', aboutId: noticeId, sharingDecisionId: null, personId: null } as const;
        const where = { partnershipId, enquiryId: data.enquiryId, agencyId };
        await this.capabilities.add(tx, { ...about, ...where, madeAt, expiresAt: lapsesAfter(madeAt) });
      }
    });
  }
}
