import type { Category, Purpose } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { SharingDecisionRepository, type DecisionRow } from '../asking/sharing-decision.repository';
import { keyRing } from '../keys/key-ring';
import { KeyStore } from '../keys/key-store';
import { ReviewReason } from '../reviews/review-reason';
import { ReviewRepository } from '../reviews/review.repository';

/** The lines of requests as they were last decided. */
export class AskedLines {
  constructor(
    private readonly rows: readonly DecisionRow[],
    private readonly conditions: ReadonlyMap<string, readonly string[]> = new Map(),
  ) {}

  /** Those that the agency may be asked about this person. */
  of(agencyId: string, personId: string): DecisionRow[] {
    return this.everProposed(agencyId, personId).filter(({ outcome }) => outcome === 'PERMIT');
  }

  /** Whether a request of ours, which states its task, lies behind an answer; also where the line was recalled since. */
  statesTask(agencyId: string, personId: string): boolean {
    return this.everProposed(agencyId, personId).length > 0;
  }

  /** What the request was recorded for; of one whose decisions do not say which request they are of, what this agency was asked for. */
  purposesOf({ requestId, agencyId, personId }: { requestId: string; agencyId: string; personId: string }): Purpose[] {
    const all = this.everProposed(agencyId, personId);
    const own = all.filter(({ factVersions }) => factVersions['request'] === requestId);
    return [...new Set((own.length > 0 ? own : all).map(({ purpose }) => purpose))];
  }

  /** Whether this council was asked because the person lives, lived or is placed in its area. */
  crossesBorder(agencyId: string, personId: string): boolean {
    return this.everProposed(agencyId, personId).some(({ factVersions }) => factVersions['crossBorder'] === 'yes');
  }

  categoryOf(agencyId: string, personId: string): Category | undefined {
    return this.of(agencyId, personId).find(({ category }) => category !== null)?.category ?? undefined;
  }

  /** What releasers attached to letting this agency be asked about this person. */
  conditionsOf(agencyId: string, personId: string): string[] {
    const lines = this.of(agencyId, personId);
    return [...new Set(lines.flatMap(({ sharingDecisionId }) => this.conditions.get(sharingDecisionId) ?? []))];
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

  async of(enquiryId: string): Promise<AskedLines> {
    return new AskedLines(await this.asked(enquiryId));
  }

  /** For whoever opens a question: with what releasers attached to it. Each of those is an envelope to open. */
  async withConditions(enquiryId: string): Promise<AskedLines> {
    const asked = await this.asked(enquiryId);
    const permitted = asked.filter(({ outcome }) => outcome === 'PERMIT');
    const conditions = new Map(await Promise.all(permitted.map((row) => this.conditions(row))));
    const isLegible = (row: DecisionRow): boolean => conditions.get(row.sharingDecisionId) !== null;
    const known = [...conditions].flatMap(([id, its]) => (its === null ? [] : [[id, its] as const]));
    return new AskedLines(asked.filter(isLegible), new Map(known));
  }

  private async asked(enquiryId: string): Promise<DecisionRow[]> {
    return (await this.decisions.linesOf(enquiryId)).filter(({ mode }) => mode === 'ask');
  }

  /** Null where a releaser's reason does not open: the question is not told without the condition that may lie in it. */
  private async conditions(row: DecisionRow): Promise<[string, string[] | null]> {
    const { sharingDecisionId, partnershipId, enquiryId } = row;
    const given = await this.givenByPerson(row);
    if (given === undefined) return [sharingDecisionId, []];
    const answered = await this.reviews.ofDecision(given.supersedes ?? given.sharingDecisionId);
    const unwrap = keyRing(this.keyStore, { partnershipId, enquiryId });
    const found = await this.reasons.keptOf(answered, partnershipId, unwrap);
    if (found.size < answered.length) return [sharingDecisionId, null];
    return [sharingDecisionId, [...found.values()].flatMap(({ condition }) => condition ?? [])];
  }

  /** The permit that a releaser gave, also where the rules have confirmed it since on newer facts; none where the rules alone permitted. */
  private async givenByPerson(row: DecisionRow): Promise<DecisionRow | undefined> {
    if (row.byPerson !== null) return row;
    const earlier = row.supersedes === null ? undefined : await this.decisions.find(row.supersedes);
    return earlier?.outcome === 'PERMIT' ? this.givenByPerson(earlier) : undefined;
  }
}
