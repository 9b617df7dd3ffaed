import { LineFacts } from '@mash/contracts';
import { ServiceClient, ServiceRefusal } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { SharingDecisionRepository, type DecisionRow } from '../asking/sharing-decision.repository';

/** Questions that were asked: under which decisions, of whom, about whom. */
export interface Asked {
  readonly askedUnder: ReadonlySet<string>;
  readonly sentTo: readonly string[];
  readonly personIds: readonly string[];
}

/** Finds questions by their request or their person. A line keeps every decision that was ever made about it: it may have been opened under an old one. */
@Injectable()
export class AskedScopes {
  constructor(
    private readonly decisions: SharingDecisionRepository,
    private readonly services: ServiceClient,
  ) {}

  /** Undefined where no line of this enquiry is of this request. @throws PassingServiceFailure */
  async ofRequest(enquiryId: string, requestId: string): Promise<Asked | undefined> {
    const ever = await this.decisions.everOfLines(enquiryId);
    const lineIds = new Set(ever.map(({ aboutId }) => aboutId));
    const ofThis = new Set<string>();
    for (const lineId of lineIds) if ((await this.requestOf(lineId, ever)) === requestId) ofThis.add(lineId);
    return askedIn(ever.filter(({ aboutId }) => ofThis.has(aboutId)));
  }

  /** Undefined where nothing was asked about this person under this id. */
  async ofPerson(enquiryId: string, personId: string): Promise<Asked | undefined> {
    const ever = await this.decisions.everOfLines(enquiryId);
    return askedIn(ever.filter((row) => row.personId === personId));
  }

  /** Decisions of earlier versions do not say which request they are of; the owner of the line does. */
  private async requestOf(lineId: string, ever: readonly DecisionRow[]): Promise<string | undefined> {
    const [named] = ever.filter((row) => row.aboutId === lineId && typeof row.factVersions['request'] === 'string');
    if (named !== undefined) return named.factVersions['request'] as string;
    const its = { schema: LineFacts, scope: 'facts:read' };
    return this.services
      .get('agency-requests', `/facts/lines/${lineId}`, its)
      .then(({ requestId }) => requestId, isGone);
  }
}

function askedIn(rows: readonly DecisionRow[]): Asked | undefined {
  if (rows.length === 0) return undefined;
  return {
    askedUnder: new Set(rows.map(({ sharingDecisionId }) => sharingDecisionId)),
    sentTo: [...new Set(rows.flatMap(({ outcome, toAgencyId }) => (outcome === 'PERMIT' ? (toAgencyId ?? []) : [])))],
    personIds: [...new Set(rows.flatMap(({ personId }) => personId ?? []))],
  };
}

function isGone(error: unknown): undefined {
  if (error instanceof ServiceRefusal && error.status === 404) return undefined;
  throw error;
}
