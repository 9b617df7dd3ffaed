import type { PersonActor } from '@mash/authorisation';
import { LIAISON_ROLES, NOT_NAMED_AGENCY, type Category, type Purpose } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EnquiryRow } from '../persistence/enquiry.repository';
import type { RegisteredBody } from './agency.repository';
import { KnownAgencies } from './known-agencies';

type About = Pick<EnquiryRow, 'enquiryId' | 'partnershipId'>;

interface Ask {
  readonly enquiryId: string;
  readonly agencyId: string;
  readonly personId: string;
  readonly category: Category;
  readonly purpose: Purpose;
  readonly by: readonly (string | null)[];
}

/** The newest decision about each line that was to be asked. Of absent ones too: that somebody was not to be asked names them as well. */
const ASKS = `
  SELECT * FROM (SELECT DISTINCT ON (about_id) enquiry_id AS "enquiryId", to_agency_id AS "agencyId", person_id AS "personId", category, purpose,
      ARRAY[asked_by, by_person] AS "by"
    FROM sharing_decision WHERE enquiry_id = ANY($1::uuid[]) AND about_kind = 'request-line'
    ORDER BY about_id, decided_at DESC, sharing_decision_id DESC) newest
  WHERE "agencyId" IS NOT NULL AND "personId" IS NOT NULL AND category IS NOT NULL`;

interface InEnquiry {
  /** Asked, and not named to the reader. */
  readonly hidden: ReadonlySet<string>;
  /** Those of which the reader may know that they were asked, and their own agency. */
  readonly known: ReadonlySet<string>;
}

/** Which agencies of which enquiries one reader may be told of. */
export class Naming {
  constructor(private readonly byEnquiry: ReadonlyMap<string, InEnquiry>) {}

  /** Nobody is named by null. */
  isNamed(enquiryId: string, agencyId: string | null): boolean {
    return agencyId === null || this.byEnquiry.get(enquiryId)?.hidden.has(agencyId) !== true;
  }

  /**
   * Whether the reader may learn by guessing that a body was asked, or was not. While one is hidden from them, of no other body whose name says what
   * it knows, asked or not: were it of the asked ones alone, it would say which they are.
   */
  mayBeGuessed(enquiryId: string, { agencyId, reveals }: Pick<RegisteredBody, 'agencyId' | 'reveals'>): boolean {
    const its = this.byEnquiry.get(enquiryId);
    if (its === undefined || its.hidden.size === 0 || its.known.has(agencyId)) return true;
    return reveals === 'none' && !its.hidden.has(agencyId);
  }

  /** The agency, or what stands in its place. */
  of(enquiryId: string, agencyId: string): string {
    return this.isNamed(enquiryId, agencyId) ? agencyId : NOT_NAMED_AGENCY;
  }

  hiddenIn(enquiryId: string): string[] {
    return [...(this.byEnquiry.get(enquiryId)?.hidden ?? [])];
  }
}

/** Staff of that agency who answer for it; the hub's own staff are paid by an agency too, and do not. */
export const answersFor = ({ agencyId, roles }: PersonActor, holderAgencyId: string | null): boolean =>
  agencyId === holderAgencyId && LIAISON_ROLES.some((role) => roles.includes(role));

/** To whom everybody may be named: who must answer cannot do so without knowing for whom. */
export const EVERYBODY_NAMED = new Naming(new Map());

/** Of the agencies that were asked, those that a reader may know to have been asked. */
@Injectable()
export class NamedToReader {
  constructor(
    private readonly known: KnownAgencies,
    private readonly dataSource: DataSource,
  ) {}

  /** Who oversees the hub answers for all of it; who asked, or let it be asked, knows whom; nobody's own agency is kept from them. */
  async in(actor: PersonActor, enquiries: readonly About[]): Promise<Naming> {
    const oversees = actor.roles.some((role) => role === 'ig-officer' || role === 'auditor');
    const byId = new Map(enquiries.map((one) => [one.enquiryId, one]));
    if (oversees || byId.size === 0) return EVERYBODY_NAMED;
    const asks = await this.dataSource.query<Ask[]>(ASKS, [[...byId.keys()]]);
    const namings = [...byId.values()].map(async (enquiry) => {
      const own = asks.filter(({ enquiryId }) => enquiryId === enquiry.enquiryId);
      return [enquiry.enquiryId, await this.inOne(actor, enquiry, own)] as const;
    });
    return new Naming(new Map(await Promise.all(namings)));
  }

  private async inOne(actor: PersonActor, enquiry: About, asks: readonly Ask[]): Promise<InEnquiry> {
    const own = new Set(asks.filter(({ by }) => by.includes(actor.id)).map(({ agencyId }) => agencyId));
    own.add(actor.agencyId);
    const others = asks.filter(({ agencyId }) => !own.has(agencyId));
    const asked = others.map(({ agencyId, personId, category, purpose }) => ({
      agencyId,
      personId,
      category,
      purpose,
    }));
    const known = asked.length === 0 ? own : await this.known.of(enquiry, actor, asked);
    const hidden = new Set(asked.map(({ agencyId }) => agencyId).filter((agencyId) => !known.has(agencyId)));
    return { hidden, known: new Set([...own, ...known]) };
  }
}
