import { readRows } from '@mash/persistence';
import { RepeatedLook } from '@mash/service-host';
import { jsonLogger } from '@mash/telemetry';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DutyAgencies } from './duty-agencies';
import { OpenNames } from './open-names';

const EVERY_MS = 5 * 60_000;
const UNTIL_KNOWN_MS = 10_000;
const PARTNERSHIPS = `
  SELECT DISTINCT e.partnership_id, d.partnership_id IS NOT NULL AS is_known
    FROM enquiry e LEFT JOIN duty_agency d ON d.partnership_id = e.partnership_id AND d.team = 'police'`;

/** Keeps the duty agencies and open names of every partnership that has enquiries here fresh: often until they are known, seldom after that. */
@Injectable()
export class AgencyLearner extends RepeatedLook {
  private readonly logger = jsonLogger('decision');
  private lastAll = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly agencies: DutyAgencies,
    private readonly openNames: OpenNames,
  ) {
    super(UNTIL_KNOWN_MS, {
      service: 'decision',
      whenItFails: 'duty agencies could not be learnt; tried again shortly',
    });
  }

  protected async look(): Promise<void> {
    const refreshesAll = performance.now() - this.lastAll > EVERY_MS;
    try {
      const partnerships = await readRows<{ partnershipId: string; isKnown: boolean }>(
        this.dataSource,
        PARTNERSHIPS,
        [],
      );
      for (const { partnershipId, isKnown } of partnerships) {
        const isAtHand = isKnown && this.openNames.isAtHand(partnershipId);
        if (!isAtHand || refreshesAll) await this.agencies.learn(partnershipId);
      }
      if (refreshesAll) this.lastAll = performance.now();
    } catch (error) {
      this.logger.warn('the agency register could not be read; tried again shortly', {
        code: error instanceof Error ? error.name : 'unknown',
      });
    }
  }
}
