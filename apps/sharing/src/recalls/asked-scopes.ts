import { LineFacts } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { ServiceClient, ServiceRefusal } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { SharingDecisionRepository, type DecisionRow } from '../asking/sharing-decision.repository';

/** Questions that were asked: under which decisions, of whom, about whom. */
export interface Asked {
  readonly askedUnder: ReadonlySet<string>;
  readonly sentTo: readonly string[];
  readonly personIds: readonly string[];
}

/** Of lines whose decisions do not say of which request they are: what their owner says; none where it knows no such line. */
export type RequestOfLine = ReadonlyMap<string, string | undefined>;

/** Finds questions by their request or their person. A line keeps every decision that was ever made about it: it may have been opened under an old one. */
@Injectable()
export class AskedScopes {
  constructor(
    private readonly decisions: SharingDecisionRepository,
    private readonly services: ServiceClient,
  ) {}

  /** Decisions of earlier versions do not say which request they are of; the owner of the line does. @throws PassingServiceFailure */
  async requestsOfLines(enquiryId: string): Promise<RequestOfLine> {
    const ever = await this.decisions.everOfLines(enquiryId);
    const unnamed = [...new Set(ever.map(({ aboutId }) => aboutId))].filter((id) => namedIn(ever, id) === undefined);
    const found = new Map<string, string | undefined>();
    for (const lineId of unnamed) found.set(lineId, await this.requestOf(lineId));
    return found;
  }

  /** Undefined where no line of this enquiry is of this request. */
  async ofRequest(tx: Tx, enquiryId: string, requestId: string, unnamed: RequestOfLine): Promise<Asked | undefined> {
    const ever = await this.decisions.everOfLines(enquiryId, tx);
    return askedIn(ever.filter(({ aboutId }) => (namedIn(ever, aboutId) ?? unnamed.get(aboutId)) === requestId));
  }

  /** Undefined where nothing was asked about this person under this id. */
  async ofPerson(tx: Tx, enquiryId: string, personId: string): Promise<Asked | undefined> {
    const ever = await this.decisions.everOfLines(enquiryId, tx);
    return askedIn(ever.filter((row) => row.personId === personId));
  }

  private requestOf(lineId: string): Promise<string | undefined> {
    const its = { schema: LineFacts, scope: 'facts:read' };
    return this.services
      .get('agency-requests', `/facts/lines/${lineId}`, its)
      .then(({ requestId }) => requestId, isGone);
  }
}

function namedIn(ever: readonly DecisionRow[], lineId: string): string | undefined {
  const requests = ever.filter(({ aboutId }) => aboutId === lineId).map(({ factVersions }) => factVersions['request']);
  return requests.find((request) => typeof request === 'string');
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
