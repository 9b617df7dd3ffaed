import { Clock } from '@mash/service-host';
import { Inject, Injectable } from '@nestjs/common';
import { KEY_SETTINGS, type KeySettings } from '../keys/key-settings';
import { CHECKS_AT_ONCE, RowCheckRepository, type RowCheckRow } from './row-check.repository';
import { isSignedCheck } from './signed-check';

/** Behind so many that somebody put into the table nobody looks for one that was made. */
const MOST_TURNED_OVER = 1_000;

type State = RowCheckRow['state'];
const FINISHED: readonly State[] = ['whole', 'differs'];

/** The checks that this service made: one that somebody else put into their table, or dated anew, is none, and stands in front of none. */
@Injectable()
export class MadeChecks {
  constructor(
    private readonly checks: RowCheckRepository,
    private readonly clock: Clock,
    @Inject(KEY_SETTINGS) private readonly settings: KeySettings,
  ) {}

  newest(): Promise<RowCheckRow | undefined> {
    return this.first([...FINISHED, 'unfinished']);
  }

  /** One that could not be finished says nothing. */
  newestFinished(since?: Date): Promise<RowCheckRow | undefined> {
    return this.first(FINISHED, since);
  }

  async lastWholeAt(): Promise<Date | undefined> {
    return (await this.first(['whole']))?.finishedAt;
  }

  private async first(states: readonly State[], since?: Date): Promise<RowCheckRow | undefined> {
    const now = this.clock.now();
    for (let offset = 0; offset < MOST_TURNED_OVER; offset += CHECKS_AT_ONCE) {
      const found = await this.checks.upTo(now, { states, offset, ...(since && { since }) });
      for (const check of found) if (await isSignedCheck(check, this.settings)) return check;
      if (found.length < CHECKS_AT_ONCE) return undefined;
    }
    return undefined;
  }
}
