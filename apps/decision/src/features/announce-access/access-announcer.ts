import { EnquiryAccessChangedV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { byThisService } from '../../access/by-this-service';
import { AccessRepository } from '../../persistence/access.repository';

interface About {
  readonly enquiryId: string;
  readonly partnershipId: string;
}

/** Tells the other services who may see an enquiry from now on: in this service's name, so that the event does not say who restricted it. */
@Injectable()
export class AccessAnnouncer {
  constructor(
    private readonly access: AccessRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Call it in the transaction of the change, with the enquiry locked. */
  async announce(tx: Tx, { enquiryId, partnershipId }: About, at: Date): Promise<void> {
    const version = await this.access.nextVersion(tx, enquiryId);
    const { restricted, named, conflicts } = await this.access.toAnnounce(tx, enquiryId);
    const data = {
      ...{ enquiryId, version, restricted, conflicts },
      named: named.map(({ accountId, until }) => ({ accountId, ...(until && { until: until.toISOString() }) })),
    };
    await this.outbox.append(tx, EnquiryAccessChangedV1, data, byThisService({ enquiryId, partnershipId }, at));
  }
}
