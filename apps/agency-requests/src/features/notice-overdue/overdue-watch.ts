import { RepeatedLook } from '@mash/service-host';
import { Inject, Injectable } from '@nestjs/common';
import { NoticeOverdueHandler } from './notice-overdue.handler';

export const OVERDUE_POLL_MS = Symbol('OVERDUE_POLL_MS');

/** Looks for overdue requests again and again. Two instances side by side take different rows; after a failed look they stay as they were. */
@Injectable()
export class OverdueWatch extends RepeatedLook {
  constructor(
    private readonly handler: NoticeOverdueHandler,
    @Inject(OVERDUE_POLL_MS) pollMs: number,
  ) {
    super(pollMs, { service: 'agency-requests', whenItFails: 'could not look for overdue requests' });
  }

  protected async look(): Promise<void> {
    await this.handler.execute();
  }
}
