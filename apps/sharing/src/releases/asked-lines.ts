import type { Category, Purpose } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { RestsOnStopped } from '../agreements/agreements-stopped';
import { SharingDecisionRepository, type DecisionRow } from '../asking/sharing-decision.repository';
import type { Need } from '../domain/decision';
import { keyRing, type Unwrap } from '../keys/key-ring';
import { KeyStore } from '../keys/key-store';
import { ReviewReason } from '../reviews/review-reason';
import { ReviewRepository } from '../reviews/review.repository';

interface RequestIds {
  readonly requestId: string;
  readonly agencyId: string;
  readonly personId: string;
}

const MOST_FIRST: readonly Need[] = ['yes', 'unclear', 'no'];

function needAsDecided({ factVersions, outcome }: DecisionRow): Need {
  const kept = MOST_FIRST.find((need) => need === factVersions['need']) ?? 'yes';
  return kept === 'unclear' && outcome === 'PERMIT' ? 'yes' : kept;
}

/** Lines that were decided before it was kept which request they are of count for each. */
const mayBeOf =
  (requestId: string) =>
  ({ factVersions: { request } }: DecisionRow): boolean =>
    (request ?? requestId) === requestId;

/** The lines of requests as they were last decided. */
export class AskedLines {
  constructor(
    private readonly rows: readonly DecisionRow[],
    private readonly conditions: ReadonlyMap<string, readonly string[]> = new Map(),
  ) {}

  /** Without those that rest on an agreement that was stopped since, and were not decided again yet. */
  without(isStopped: RestsOnStopped): AskedLines {
    return new AskedLines(
      this.rows.filter((row) => !isStopped(row)),
      this.conditions,
    );
  }

  /** Those that the agency may be asked about this person. */
  of(agencyId: string, personId: string): DecisionRow[] {
    return this.everProposed(agencyId, personId).filter(({ outcome }) => outcome === 'PERMIT');
  }

  /**
   * The lines of one request by which it may be opened: what was permitted of another request to the same agency about the same person opens nothing
   * of this one. Lines that were decided before it was kept which request they are of count for each.
   */
  permittedIn({ requestId, agencyId, personId }: RequestIds): DecisionRow[] {
    return this.of(agencyId, personId).filter(mayBeOf(requestId));
  }

  /**
   * Whether a request of ours whose text states its task lies behind an answer; also where the line was recalled since. Of lines that were decided
   * before this was kept every text stated it.
   */
  statesTask(answer: RequestIds): boolean {
    return this.ofRequest(answer).some(({ factVersions }) => factVersions['statesTask'] !== 'no');
  }

  /** What the request was recorded for; of one whose decisions do not say which request they are of, what this agency was asked for. */
  purposesOf(answer: RequestIds): Purpose[] {
    return [...new Set(this.ofRequest(answer).map(({ purpose }) => purpose))];
  }

  /** When it was first asked; undefined where that was not kept yet, or no request of ours is known. */
  askedAt({ requestId, agencyId, personId }: RequestIds): Date | undefined {
    const own = this.everProposed(agencyId, personId).filter(
      ({ factVersions }) => factVersions['request'] === requestId,
    );
    const times = own.map(({ factVersions: { askedAt } }) => (typeof askedAt === 'string' ? Date.parse(askedAt) : NaN));
    const first = Math.min(...times);
    return Number.isFinite(first) ? new Date(first) : undefined;
  }

  /**
   * What was judged of the need for what an answer brings, when its line was decided: of the line of that category, and of what no line asked for
   * the most that was judged of the request. A line that was unclear and let through was found necessary by a manager (R-NEC-02). Lines that were
   * decided before this was kept, and answers to no line of ours, were asked for.
   */
  needOf({ requestId, agencyId, personId }: RequestIds, category?: Category): Need {
    const own = this.ofRequest({ requestId, agencyId, personId });
    const same = own.filter((row) => row.category === category);
    const needs = (same.length > 0 ? same : own).map(needAsDecided);
    return MOST_FIRST.find((need) => needs.includes(need)) ?? 'yes';
  }

  /** Whether this council was asked because the person lives, lived or is placed in its area. */
  crossesBorder(agencyId: string, personId: string): boolean {
    return this.everProposed(agencyId, personId).some(({ factVersions }) => factVersions['crossBorder'] === 'yes');
  }

  /**
   * What the request asked for: the class of an answer that brings no item. Of a request of which nothing is permitted any more it is what was
   * asked: that a question was taken back makes the answer to it no more ordinary.
   */
  categoryOf({ requestId, agencyId, personId }: RequestIds): Category | undefined {
    const asked = this.everProposed(agencyId, personId).filter(mayBeOf(requestId));
    const own = asked.filter(({ factVersions }) => factVersions['request'] === requestId);
    const ofClass = (own.length > 0 ? own : asked).filter(({ category }) => category !== null);
    return (ofClass.find(({ outcome }) => outcome === 'PERMIT') ?? ofClass[0])?.category ?? undefined;
  }

  /** What releasers attached to letting this agency be asked this. */
  conditionsOf(request: RequestIds): string[] {
    const lines = this.permittedIn(request);
    return [...new Set(lines.flatMap(({ sharingDecisionId }) => this.conditions.get(sharingDecisionId) ?? []))];
  }

  private ofRequest({ requestId, agencyId, personId }: RequestIds): DecisionRow[] {
    const all = this.everProposed(agencyId, personId);
    const own = all.filter(({ factVersions }) => factVersions['request'] === requestId);
    return own.length > 0 ? own : all;
  }

  private everProposed(agencyId: string, personId: string): DecisionRow[] {
    return this.rows.filter((row) => row.toAgencyId === agencyId && row.personId === personId);
  }
}

@Injectable()
export class AskedLinesFinder {
  constructor(
    private readonly decisions: SharingDecisionRepository,
    private readonly reviews: ReviewRepository,
    private readonly reasons: ReviewReason,
    private readonly keyStore: KeyStore,
  ) {}

  async of(enquiryId: string, tx?: Tx): Promise<AskedLines> {
    return new AskedLines(await this.asked(enquiryId, tx));
  }

  /**
   * For whoever opens a question: with what releasers attached to it. Each of those is an envelope to open.
   * @param unwrap the enquiry's keys, where they were had already
   */
  async withConditions(enquiryId: string, unwrap?: Unwrap): Promise<AskedLines> {
    const asked = await this.asked(enquiryId);
    const given = await this.givenByPeople(
      enquiryId,
      asked.filter(({ outcome }) => outcome === 'PERMIT'),
    );
    const conditions = new Map(await Promise.all(given.map((one) => this.conditions(one, unwrap))));
    const isLegible = (row: DecisionRow): boolean => conditions.get(row.sharingDecisionId) !== null;
    const known = [...conditions].flatMap(([id, its]) => (its === null ? [] : [[id, its] as const]));
    return new AskedLines(asked.filter(isLegible), new Map(known));
  }

  private async asked(enquiryId: string, tx?: Tx): Promise<DecisionRow[]> {
    return (await this.decisions.linesOf(enquiryId, tx)).filter(({ mode }) => mode === 'ask');
  }

  /** The permits that releasers gave, also where the rules have confirmed them since on newer facts. */
  private async givenByPeople(enquiryId: string, permitted: readonly DecisionRow[]): Promise<Given[]> {
    const isConfirmed = permitted.some(({ byPerson, supersedes }) => byPerson === null && supersedes !== null);
    const ever = isConfirmed ? await this.decisions.everOfLines(enquiryId) : [];
    const earlier = new Map(ever.map((row) => [row.sharingDecisionId, row]));
    return permitted.flatMap((row) => {
      const by = givenByPerson(row, earlier);
      return by === undefined ? [] : [{ row, by }];
    });
  }

  /** Null where a releaser's reason does not open: the question is not told without the condition that may lie in it. */
  private async conditions(
    { row, by }: Given,
    unwrap: Unwrap = keyRing(this.keyStore, row),
  ): Promise<[string, string[] | null]> {
    const { sharingDecisionId, partnershipId } = row;
    const answered = await this.reviews.ofDecision(by.supersedes ?? by.sharingDecisionId);
    const found = await this.reasons.keptOf(answered, partnershipId, unwrap);
    if (found.size < answered.length) return [sharingDecisionId, null];
    return [sharingDecisionId, [...found.values()].flatMap(({ condition }) => condition ?? [])];
  }
}

interface Given {
  readonly row: DecisionRow;
  /** The decision that the releaser made. */
  readonly by: DecisionRow;
}

function givenByPerson(row: DecisionRow, earlier: ReadonlyMap<string, DecisionRow>): DecisionRow | undefined {
  if (row.byPerson !== null) return row;
  const before = row.supersedes === null ? undefined : earlier.get(row.supersedes);
  return before?.outcome === 'PERMIT' ? givenByPerson(before, earlier) : undefined;
}
