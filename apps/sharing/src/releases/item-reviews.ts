import { prepared, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { HIDDEN } from '../asking/ruling';
import { RulingSeal, type SealedRuling } from '../asking/ruling-seal';
import { unknownFactsOf } from '../asking/unknown-facts-of';
import { yesStands, type AnsweredYes, type GivenYes, type LastSaid } from '../domain/consent/yeses-that-stand';
import type { Override, Releaser, RuleId } from '../domain/decision';
import { keyRing, type Unwrap } from '../keys/key-ring';
import { KeyStore } from '../keys/key-store';
import { OverrideRepository, type OverrideRow } from '../overrides/override.repository';
import { covers, WhatPeopleSaid } from '../overrides/what-people-said';
import { withNoOf } from './answers-that-stand';
import { ReviewReason } from '../reviews/review-reason';

/** One releaser's yes, when it was said, and the condition that came with it. */
export interface Yes extends GivenYes {
  readonly reviewId: string;
  readonly at: Date;
  readonly condition?: string;
}

/** What people have answered, or have still to answer, about one thing for one recipient. */
export interface Answered {
  readonly yeses: readonly Yes[];
  /** The oldest that waits, and by when the last of those that wait is to be answered. */
  readonly open?: { readonly reviewId: string; readonly sharingDecisionId: string; readonly dueAt: Date };
  /** A refusal that asks something of the holder (a wording, another look) has been kept, and it is not done yet. */
  readonly asked?: { readonly dueAt: Date };
  /** Somebody said yes with a reason that does not open: nobody knows on which condition. */
  readonly isIllegible?: true;
  /** Somebody said no to the newest question about it, or its holder about another that they sent under the same id. */
  readonly refused?: {
    readonly by: Releaser;
    readonly at: Date;
    readonly rule: RuleId | typeof HIDDEN;
    readonly isOfAnother?: true;
  };
  /** What a manager set aside for this thing and recipient. */
  readonly override?: Override;
}

interface Row extends SealedRuling {
  aboutKind: 'item' | 'product';
  aboutId: string;
  fromAgencyId: string;
  personId: string | null;
  reviewId: string;
  rule: RuleId | typeof HIDDEN;
  releaser: Releaser;
  state: 'open' | 'released' | 'refused' | 'overridden' | 'superseded';
  dueAt: Date;
  answeredAt: Date | null;
  reasonKid: string | null;
  reasonEnvelope: string | null;
  threshold: string;
  consent: string;
  factVersions: Record<string, unknown>;
  /** As it was sealed with the decision. */
  unknown?: readonly string[] | undefined;
  condition?: string | undefined;
  isReasonLegible?: boolean;
}

const SELECT = prepared(`
  SELECT d.sharing_decision_id AS "sharingDecisionId", d.partnership_id AS "partnershipId", d.enquiry_id AS "enquiryId", d.about_kind AS "aboutKind", d.about_id AS "aboutId",
         d.from_agency_id AS "fromAgencyId", d.person_id AS "personId", d.detail_kid AS "detailKid", d.detail_envelope AS "detailEnvelope",
         r.review_id AS "reviewId", r.rule, r.releaser, r.state, r.due_at AS "dueAt", r.answered_at AS "answeredAt", r.reason_kid AS "reasonKid", r.reason_envelope AS "reasonEnvelope",
         d.threshold, d.consent, jsonb_build_object('unknown', d.fact_versions -> 'unknown') AS "factVersions"
    FROM sharing_decision d JOIN review r ON r.sharing_decision_id = d.sharing_decision_id
   WHERE d.enquiry_id = $1 AND d.about_kind IN ('item', 'product') AND d.mode = ANY($2) AND d.audience = $3 AND d.to_agency_id = $4
   ORDER BY d.decided_at, d.sharing_decision_id, r.due_at`);

/** What a kept refusal still asks of the holder. */
const ASKED = prepared(`
  SELECT d.about_kind AS about, d.about_id AS "aboutId", d.from_agency_id AS "agencyId", d.person_id AS "personId", min(o.due_at) AS "dueAt"
    FROM sharing_decision d JOIN obligation o ON o.sharing_decision_id = d.sharing_decision_id
   WHERE d.enquiry_id = $1 AND d.about_kind IN ('item', 'product') AND d.mode = ANY($2) AND d.audience = $3 AND d.to_agency_id = $4
     AND d.outcome = 'DENY' AND o.owner = 'holder' AND o.done_at IS NULL
   GROUP BY 1, 2, 3, 4`);

/** The newest word on each item for a recipient. */
const NEWEST = prepared(`
  SELECT DISTINCT ON (d.about_id, d.from_agency_id, d.person_id)
         d.sharing_decision_id AS "sharingDecisionId", d.partnership_id AS "partnershipId", d.enquiry_id AS "enquiryId", d.about_kind AS about, d.about_id AS "aboutId",
         d.from_agency_id AS "agencyId", d.person_id AS "personId", d.outcome, d.detail_kid AS "detailKid", d.detail_envelope AS "detailEnvelope"
    FROM sharing_decision d
   WHERE d.enquiry_id = $1 AND d.about_kind = 'item' AND d.mode = ANY($2) AND d.audience = $3 AND d.to_agency_id = $4
   ORDER BY d.about_id, d.from_agency_id, d.person_id, d.decided_at DESC, d.sharing_decision_id DESC`);

/** A refusal of an item that was kept, and why. */
export interface KeptRefusal {
  readonly sharingDecisionId: string;
  readonly reasons: readonly string[];
}

export interface Recipient {
  readonly partnershipId: string;
  readonly enquiryId: string;
  readonly mode: string;
  readonly audience: string;
  readonly toAgencyId: string;
}
interface About {
  readonly about: 'item' | 'product';
  readonly aboutId: string;
  /** Of an item that its agency sent more than once: what was said against the others goes for it. */
  readonly alsoIds?: readonly string[] | undefined;
  /** Of those, the ones that may be about the same person, under whichever id they were asked about then. */
  readonly alsoOfPerson?: readonly string[] | undefined;
  readonly agencyId: string;
  readonly personId: string;
}

/** Who is told content is told existence where an answer brings none: what people said of it is looked for under both. */
const modesTold = (mode: string): string[] => (mode === 'content' ? ['content', 'existence'] : [mode]);

/** A yes is for this thing of this holder about this person, and for this recipient: an item that borrows another's id borrows nothing. */
const keyOf = ({ about, aboutId, agencyId, personId }: About): string => `${about} ${aboutId} ${agencyId} ${personId}`;

/** The same record may be sent of two people: its holder's no to it goes for both. */
const whomeverOf = (about: Omit<About, 'personId'>): string => keyOf({ ...about, personId: 'whomever' });

@Injectable()
export class ItemReviews {
  constructor(
    private readonly rulings: RulingSeal,
    private readonly reasons: ReviewReason,
    private readonly keyStore: KeyStore,
    private readonly overrides: OverrideRepository,
    private readonly said: WhatPeopleSaid,
  ) {}

  /**
   * @param unwrap the enquiry's keys, where they were had already
   * @returns what was answered about a thing, by when somebody last said something of what decides about its person, for a yes to a row that reads it
   *   falls with it; nothing where nobody was asked
   */
  async of(
    tx: Tx,
    recipient: Recipient,
    unwrap: Unwrap = keyRing(this.keyStore, recipient),
  ): Promise<(about: About, lastSaid: LastSaid) => Answered> {
    const { enquiryId, mode, audience, toAgencyId } = recipient;
    const of = [enquiryId, modesTold(mode), audience, toAgencyId];
    const rows = await this.opened(await tx.query<Row[]>(SELECT, of), recipient, unwrap);
    const byThing = new Map<string, Row[]>();
    for (const row of rows) {
      const { aboutKind: about, aboutId, fromAgencyId: agencyId, personId } = row;
      const its = { about, aboutId, agencyId };
      for (const key of [keyOf({ ...its, personId: personId ?? '' }), whomeverOf(its)])
        byThing.set(key, [...(byThing.get(key) ?? []), row]);
    }
    const asked = await tx.query<(About & { dueAt: Date })[]>(ASKED, of);
    const askedOf = new Map(asked.map(({ dueAt, ...about }) => [keyOf(about), { dueAt }]));
    const overridden = await this.overridden(tx, recipient, unwrap);
    return (about, lastSaid) => {
      const due = askedOf.get(keyOf(about));
      const answeredAt = (key: string) => answeredOf(byThing.get(key) ?? [], lastSaid);
      const answeredOfAll = (ids: readonly string[] = []) =>
        ids.map((aboutId) => answeredAt(whomeverOf({ ...about, aboutId })));
      const said = { ofPerson: answeredOfAll(about.alsoOfPerson), ofAnybody: answeredOfAll(about.alsoIds) };
      return {
        ...withNoOf(said, answeredAt(keyOf(about))),
        ...(due && { asked: due }),
        ...overridden(about),
      };
    };
  }

  /** What the rules refused of items for a recipient, as far as it was kept and nothing was decided since. */
  async refusals(
    tx: Tx,
    recipient: Recipient,
    unwrap: Unwrap = keyRing(this.keyStore, recipient),
  ): Promise<(about: About) => KeptRefusal | undefined> {
    const { enquiryId, mode, audience, toAgencyId } = recipient;
    const of = [enquiryId, modesTold(mode), audience, toAgencyId];
    const rows = await tx.query<(About & SealedRuling & { outcome: string })[]>(NEWEST, of);
    const refused = rows.filter(({ outcome }) => outcome === 'DENY');
    const rulings = await this.rulings.openAll(refused, { unwrap });
    const byThing = new Map(
      refused.map((row) => {
        const { sharingDecisionId } = row;
        return [keyOf(row), { sharingDecisionId, reasons: rulings.get(sharingDecisionId)?.reasons ?? [] }];
      }),
    );
    return (about) => byThing.get(keyOf(about));
  }

  /** One at a time for an enquiry, from here to the end of the transaction: two reloads raise one REVIEW. */
  async lock(tx: Tx, enquiryId: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 40))', [`item-reviews ${enquiryId}`]);
  }

  /** An override is of a thing, whichever question about it was asked. */
  private async overridden(
    tx: Tx,
    { enquiryId, mode, audience, toAgencyId }: Recipient,
    unwrap: Unwrap,
  ): Promise<(about: About) => Pick<Answered, 'override'>> {
    const rows = await this.overrides.inForce(tx, { enquiryId, modes: modesTold(mode), audience, toAgencyId });
    const key = ({ aboutId, agencyId, personId }: Omit<About, 'about'>) =>
      keyOf({ about: 'item', aboutId, agencyId, personId });
    const asOne = new Map<string, Override>();
    for (const { aboutId, holderAgencyId: agencyId, personId } of rows) {
      const its = { aboutId, agencyId, personId };
      const override = await this.said.asOne(
        rows.filter((row: OverrideRow) => covers(row, its)),
        unwrap,
      );
      if (override) asOne.set(key({ ...its, personId: personId ?? '' }), override);
    }
    return (about) => {
      const override = asOne.get(key(about));
      return override === undefined ? {} : { override };
    };
  }

  private async opened(rows: readonly Row[], { partnershipId }: Recipient, unwrap: Unwrap): Promise<Row[]> {
    if (rows.length === 0) return [];
    const [rulings, reasons] = await Promise.all([
      this.rulings.openAll(rows, { unwrap }),
      this.reasons.keptOf(
        rows.filter(({ state }) => state === 'released'),
        partnershipId,
        unwrap,
      ),
    ]);
    return rows.map((row) => {
      const ruling = rulings.get(row.sharingDecisionId);
      const task = ruling?.reviews[row.reviewId];
      const sealed = task && { rule: task.rule as RuleId, releaser: task.releaser };
      const reason = reasons.get(row.reviewId);
      const opened = { unknown: ruling?.unknown, condition: reason?.condition };
      return { ...row, ...sealed, ...opened, isReasonLegible: reason !== undefined };
    });
  }
}

/** A yes to a row that cannot be read any more opens nothing. */
function yesOf(row: Row, lastSaid: LastSaid): Yes[] {
  const { rule, releaser, reviewId, answeredAt: at, condition, state, threshold } = row;
  if (state !== 'released' || at === null || rule === HIDDEN) return [];
  const yes: AnsweredYes = {
    rule,
    by: releaser,
    answeredAt: at,
    threshold,
    unknown: row.unknown ?? unknownFactsOf(row),
  };
  if (!yesStands(yes, lastSaid)) return [];
  return [{ ...yes, reviewId, at, ...(condition !== undefined && { condition }) }];
}

/** The first that waits, with the time of the last: all who were asked have to say yes. */
export function openOf(
  rows: readonly (NonNullable<Answered['open']> & Pick<Row, 'state'>)[],
): NonNullable<Answered['open']> | undefined {
  const waiting = rows.filter(({ state }) => state === 'open');
  const [first] = waiting;
  if (first === undefined) return undefined;
  const { reviewId, sharingDecisionId } = first;
  const dueAt = waiting.reduce((last, one) => (one.dueAt > last ? one.dueAt : last), first.dueAt);
  return { reviewId, sharingDecisionId, dueAt };
}

const isIllegible = ({ state, isReasonLegible }: Row): boolean => state === 'released' && isReasonLegible !== true;

function answeredOf(rows: readonly Row[], lastSaid: LastSaid): Answered {
  const open = openOf(rows);
  const newest = rows.at(-1)?.sharingDecisionId;
  const no = rows.find(({ state, sharingDecisionId }) => state === 'refused' && sharingDecisionId === newest);
  return {
    yeses: rows.flatMap((row) => yesOf(row, lastSaid)),
    ...(rows.some(isIllegible) && { isIllegible: true }),
    ...(open && { open }),
    ...(no?.answeredAt && { refused: { by: no.releaser, at: no.answeredAt, rule: no.rule } }),
  };
}
