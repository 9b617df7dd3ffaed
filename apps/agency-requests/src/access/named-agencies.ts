import type { PersonActor } from '@mash/authorisation';
import { KnownAgencies, MOST_ASKED_AT_ONCE } from '@mash/contracts';
import { PassingServiceFailure, ServiceClient, ServiceRefusal } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { AgencyRegister } from '../agencies/agency-register';
import { inPortions, questionsAsked } from '../domain/questions-asked';
import { RequestRepository, type RequestRow } from '../persistence/request.repository';

export interface Named {
  /** Requests whose agency this reader may know. */
  readonly requests: readonly RequestRow[];
  /** Those of which they learn that they are, and no more. */
  readonly notNamed: readonly RequestRow[];
}

/**
 * Whom the hub asked, for one reader of it. An agency whose name says what it knows (a refuge, an addiction service) is named to who asked it, and to
 * whom `sharing` says; for everybody else it is counted (rule row R-EX-01).
 */
@Injectable()
export class NamedAgencies {
  constructor(
    private readonly requests: RequestRepository,
    private readonly register: AgencyRegister,
    private readonly services: ServiceClient,
  ) {}

  /** @param rows requests of one enquiry that is open to this reader */
  async of(actor: PersonActor, rows: readonly RequestRow[]): Promise<Named> {
    const [first] = rows;
    if (first === undefined) return { requests: [], notNamed: [] };
    const open = await this.openNames(first.partnershipId);
    // Kept with the request the name may have been an open one: the register, as it says today, can close it.
    const isOpen = ({ mayBeNamed, proposedBy, agencyId }: RequestRow) =>
      proposedBy === actor.id || (mayBeNamed && open.has(agencyId));
    const asking = rows.filter((row) => !isOpen(row));
    const known = asking.length === 0 ? new Set<string>() : await this.known(actor, first.enquiryId, asking);
    const mayKnow = (row: RequestRow) => isOpen(row) || known.has(row.agencyId);
    return { requests: rows.filter(mayKnow), notNamed: rows.filter((row) => !mayKnow(row)) };
  }

  async isNamed(actor: PersonActor, row: RequestRow): Promise<boolean> {
    return (await this.of(actor, [row])).requests.length > 0;
  }

  /**
   * Of which agencies this reader does not learn whether they were asked. While some request is not named to them it is every agency whose name says
   * what it knows, asked or not: were it the asked ones alone, it would say which they are.
   */
  async notShown(partnershipId: string, { notNamed }: Named): Promise<(agencyId: string) => boolean> {
    if (notNamed.length === 0) return () => false;
    const open = await this.openNames(partnershipId);
    const hidden = new Set(notNamed.map(({ agencyId }) => agencyId));
    return (agencyId) => !open.has(agencyId) || hidden.has(agencyId);
  }

  /** Agencies whose name gives nothing away, as the register says that is at hand; of what it does not have nobody knows. */
  private async openNames(partnershipId: string): Promise<Set<string>> {
    const agencies = await this.register.atHand(partnershipId);
    return new Set(agencies.filter(({ revealsCategory }) => !revealsCategory).map(({ agencyId }) => agencyId));
  }

  /** While `sharing` does not answer, or has not heard of the enquiry, nobody is: the others are listed all the same. */
  private async known(
    { id, roles, agencyId, agencyKind, partnershipId, clearances }: PersonActor,
    enquiryId: string,
    rows: readonly RequestRow[],
  ): Promise<Set<string>> {
    const lines = await this.requests.linesOf(rows.map(({ requestId }) => requestId));
    const actor = { id, roles, agencyId, agencyKind, partnershipId, clearances };
    const known = new Set<string>();
    for (const asked of inPortions(questionsAsked(rows, lines), MOST_ASKED_AT_ONCE)) {
      const call = { schema: KnownAgencies, scope: 'facts:named', body: { enquiryId, actor, asked } } as const;
      const answer = await this.services.post('sharing', '/facts/known-agencies', call).catch(nobodyFor);
      for (const one of answer.agencyIds) known.add(one);
    }
    return known;
  }
}

function nobodyFor(error: unknown): KnownAgencies {
  const isUnheard = error instanceof ServiceRefusal && error.status === 404;
  if (isUnheard || error instanceof PassingServiceFailure) return { agencyIds: [] };
  throw error;
}
