import { Agencies } from '@mash/contracts';
import { readRows } from '@mash/persistence';
import { Clock, ServiceClient } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ProtectionTeam } from '../../domain/protection';
import { OpenNames } from './open-names';

export interface DutyAgency {
  readonly team: ProtectionTeam;
  readonly agencyId: string;
  readonly agencyKind: string;
}

const TEAMS: readonly ProtectionTeam[] = ['police', 'social-care', 'emergency-duty'];
const KEEP = `
  INSERT INTO duty_agency (partnership_id, team, agency_id, agency_kind, learned_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (partnership_id, team) DO UPDATE SET agency_id = excluded.agency_id, agency_kind = excluded.agency_kind,
    learned_at = excluded.learned_at`;

type Register = (typeof Agencies)['_output']['agencies'];

/** The body that answers for a team; the duty team, where the register has none of its own, is social care's. */
function agencyOf(team: ProtectionTeam, register: Register): DutyAgency | undefined {
  const answers = (group: string) => register.find(({ answersFor }) => answersFor.includes(group));
  const body = answers(team) ?? (team === 'emergency-duty' ? answers('social-care') : undefined);
  return body && { team, agencyId: body.agencyId, agencyKind: body.kind };
}

/**
 * Which body of a partnership is its police, its social care, its duty team. `sharing` owns the register; what it said last is kept
 * here, so that a press of Immediate protection asks nobody and waits for nobody.
 */
@Injectable()
export class DutyAgencies {
  constructor(
    private readonly dataSource: DataSource,
    private readonly services: ServiceClient,
    private readonly openNames: OpenNames,
    private readonly clock: Clock,
  ) {}

  /** A team that nobody has named yet stands under its own name: its staff see the notice all the same. */
  async of(partnershipId: string, teams: readonly ProtectionTeam[]): Promise<DutyAgency[]> {
    const known = await readRows<DutyAgency>(this.dataSource, 'SELECT * FROM duty_agency WHERE partnership_id = $1', [
      partnershipId,
    ]);
    return teams.map((team) => {
      const agency = known.find((one) => one.team === team);
      return {
        team,
        agencyId: agency?.agencyId ?? team,
        agencyKind: agency?.agencyKind ?? (team === 'police' ? 'police' : 'council'),
      };
    });
  }

  /** @throws PassingServiceFailure while `sharing` does not answer */
  async learn(partnershipId: string): Promise<void> {
    const path = `/register/agencies?partnershipId=${encodeURIComponent(partnershipId)}`;
    const { agencies } = await this.services.get('sharing', path, { schema: Agencies, scope: 'facts:read' });
    this.openNames.keep(partnershipId, agencies);
    for (const team of TEAMS) {
      const agency = agencyOf(team, agencies);
      if (agency === undefined) continue;
      await this.dataSource.query(KEEP, [partnershipId, team, agency.agencyId, agency.agencyKind, this.clock.now()]);
    }
  }
}
