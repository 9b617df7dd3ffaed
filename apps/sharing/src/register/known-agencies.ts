import type { AskKnownAgencies } from '@mash/contracts';
import { PassingFailure } from '@mash/messaging';
import { PassingServiceFailure } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EnquiryFactsGatherer, type EnquiryFacts, type Viewer } from '../asking/enquiry-facts';
import { SharingDesk } from '../asking/sharing-desk';
import type { Audience } from '../domain/decision';
import { documentFactsOf } from '../domain/release/document-facts-of';
import type { EnquiryRow } from '../persistence/enquiry.repository';
import { AgencyRepository } from './agency.repository';

type Asked = AskKnownAgencies['asked'][number];

/** Something of that agency's was shown in this enquiry to this very person, looking as this: to one by name, or by a broken glass, is not to all. */
const TOLD = `SELECT DISTINCT from_agency_id AS "agencyId" FROM disclosure
  WHERE enquiry_id = $1 AND audience = $2 AND visibility = 'shown' AND from_agency_id = ANY($3) AND recipient_id = $4`;

/**
 * Which agencies a person may know to have been asked. One whose name gives nothing away: all may. Of any other that it was asked is decided as
 * existence, with the class of what its name says (rule row R-EX-01): PERMIT, for every line or one of them; or something of its was told to them already.
 */
@Injectable()
export class KnownAgencies {
  constructor(
    private readonly agencies: AgencyRepository,
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly desk: SharingDesk,
    private readonly dataSource: DataSource,
  ) {}

  /** Where the facts cannot be had now, nobody is told of an agency that its name gives away. */
  async of(
    { enquiryId, partnershipId }: Pick<EnquiryRow, 'enquiryId' | 'partnershipId'>,
    viewer: Viewer,
    asked: readonly Asked[],
  ): Promise<Set<string>> {
    const bodies = await this.agencies.all(partnershipId);
    const open = new Set(bodies.filter(({ reveals }) => reveals === 'none').map(({ agencyId }) => agencyId));
    const closed = asked.filter(({ agencyId }) => !open.has(agencyId));
    const known = new Set(asked.flatMap(({ agencyId }) => (open.has(agencyId) ? [agencyId] : [])));
    if (closed.length === 0) return known;
    const facts = await this.gatherer.of(enquiryId, partnershipId, viewer).catch(notNow);
    const audience = facts && audienceOf(facts);
    if (facts === undefined || audience === undefined) return known;
    for (const agencyId of await this.told(enquiryId, audience, viewer, closed)) known.add(agencyId);
    for (const one of closed)
      if (!known.has(one.agencyId) && this.mayKnow(facts, audience, viewer, one)) known.add(one.agencyId);
    return known;
  }

  private async told(
    enquiryId: string,
    audience: Audience,
    { id: accountId }: Viewer,
    asked: readonly Asked[],
  ): Promise<string[]> {
    const ids = [...new Set(asked.map(({ agencyId }) => agencyId))];
    const rows = await this.dataSource.query<{ agencyId: string }[]>(TOLD, [enquiryId, audience, ids, accountId]);
    return rows.map(({ agencyId }) => agencyId);
  }

  private mayKnow(
    facts: EnquiryFacts,
    audience: Audience,
    { agencyId: toAgencyId }: Viewer,
    { agencyId: fromAgencyId, personId, category, purpose }: Asked,
  ): boolean {
    const { decision } = this.desk.decide(facts, {
      ...{ mode: 'existence', fromAgencyId, toAgencyId, audience, personId, category, purpose },
      ...{ need: 'yes', text: 'same', width: 'named', statesTask: 'yes' },
      item: { ...documentFactsOf([]), answered: 'no' },
    });
    return decision.outcome === 'PERMIT';
  }
}

function audienceOf({ decision: { access, audience } }: EnquiryFacts): Audience | undefined {
  return access === undefined || access === 'none' || access === 'conflict' ? undefined : audience;
}

function notNow(error: unknown): undefined {
  if (error instanceof PassingFailure || error instanceof PassingServiceFailure) return undefined;
  throw error;
}
