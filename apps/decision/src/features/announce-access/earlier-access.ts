import { readRows, UnitOfWork, type Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { AccessAnnouncer } from './access-announcer';

/** Driven by the two lists, which are short: whoever restricts an enquiry is named in it. One that another instance is at is passed over. */
const NEXT = `
  SELECT enquiry_id, partnership_id FROM enquiry
   WHERE access_version = 0 AND enquiry_id IN (SELECT enquiry_id FROM named_access UNION SELECT enquiry_id FROM conflict_of_interest)
   ORDER BY enquiry_id LIMIT 1 FOR UPDATE SKIP LOCKED`;

/** What was restricted before this was announced at all is announced too, once: or the other services would keep it open. */
@Injectable()
export class EarlierAccess {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly announcer: AccessAnnouncer,
    private readonly clock: Clock,
  ) {}

  /** @returns how many enquiries were announced */
  async announceAll(): Promise<number> {
    let announced = 0;
    while (await this.unitOfWork.run((tx) => this.announceNext(tx))) announced += 1;
    return announced;
  }

  private async announceNext(tx: Tx): Promise<boolean> {
    const [enquiry] = await readRows<{ enquiryId: string; partnershipId: string }>(tx, NEXT, []);
    if (enquiry === undefined) return false;
    await this.announcer.announce(tx, enquiry, this.clock.now());
    return true;
  }
}
