import type { PersonActor } from '@mash/authorisation';
import { KnownAgencies } from '@mash/contracts';
import { PassingServiceFailure, ServiceClient, ServiceRefusal } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
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
    private readonly services: ServiceClient,
  ) {}

  /** @param rows requests of one enquiry that is open to this reader */
  async of(actor: PersonActor, rows: readonly RequestRow[]): Promise<Named> {
    const isOpen = ({ mayBeNamed, proposedBy }: RequestRow) => mayBeNamed || proposedBy === actor.id;
    const asking = rows.filter((row) => !isOpen(row));
    const [first] = asking;
    const known = first === undefined ? new Set<string>() : await this.known(actor, first.enquiryId, asking);
    const mayKnow = (row: RequestRow) => isOpen(row) || known.has(row.agencyId);
    return { requests: rows.filter(mayKnow), notNamed: rows.filter((row) => !mayKnow(row)) };
  }

  async isNamed(actor: PersonActor, row: RequestRow): Promise<boolean> {
    return (await this.of(actor, [row])).requests.length > 0;
  }

  /** While `sharing` does not answer, or has not heard of the enquiry, nobody is: the others are listed all the same. */
  private async known(
    { id, roles, agencyId, agencyKind, partnershipId, clearances }: PersonActor,
    enquiryId: string,
    rows: readonly RequestRow[],
  ): Promise<Set<string>> {
    const lines = await this.requests.linesOf(rows.map(({ requestId }) => requestId));
    const asked = rows.flatMap((row) =>
      lines
        .filter(({ requestId }) => requestId === row.requestId)
        .map(({ personId, category }) => ({ agencyId: row.agencyId, personId, category, purpose: row.purpose })),
    );
    const actor = { id, roles, agencyId, agencyKind, partnershipId, clearances };
    const call = { schema: KnownAgencies, scope: 'facts:read', body: { enquiryId, actor, asked } } as const;
    const answer = await this.services.post('sharing', '/facts/known-agencies', call).catch(nobodyFor);
    return new Set(answer.agencyIds);
  }
}

function nobodyFor(error: unknown): KnownAgencies {
  const isUnheard = error instanceof ServiceRefusal && error.status === 404;
  if (isUnheard || error instanceof PassingServiceFailure) return { agencyIds: [] };
  throw error;
}
