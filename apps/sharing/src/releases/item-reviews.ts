import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { yesesThatStand } from '../domain/consent/yeses-that-stand';
import type { Override, Releaser, ReleaserYes, RuleId } from '../domain/decision';
import { covers, WhatPeopleSaid } from '../overrides/what-people-said';
import { OverrideRepository, type OverrideRow } from '../overrides/override.repository';

/** What people have answered, or have still to answer, about one thing for one recipient. */
export interface Answered {
  readonly yeses: readonly ReleaserYes[];
  /** The oldest that waits. */
  readonly open?: { readonly reviewId: string; readonly sharingDecisionId: string; readonly dueAt: Date };
  /** Somebody said no to the newest question about it. */
  readonly refusedBy?: Releaser;
  /** What a manager set aside for this thing and recipient. */
  readonly override?: Override;
}

interface Row {
  sharingDecisionId: string;
  aboutId: string;
  fromAgencyId: string;
  personId: string | null;
  reviewId: string;
  rule: RuleId;
  releaser: Releaser;
  state: 'open' | 'released' | 'refused' | 'overridden' | 'superseded';
  dueAt: Date;
  answeredAt: Date | null;
}

const SELECT = `
  SELECT d.sharing_decision_id AS "sharingDecisionId", d.about_id AS "aboutId", d.from_agency_id AS "fromAgencyId", d.person_id AS "personId",
         r.review_id AS "reviewId", r.rule, r.releaser, r.state, r.due_at AS "dueAt", r.answered_at AS "answeredAt"
    FROM sharing_decision d JOIN review r ON r.sharing_decision_id = d.sharing_decision_id
   WHERE d.enquiry_id = $1 AND d.about_kind IN ('item', 'product') AND d.mode = $2 AND d.audience = $3 AND d.to_agency_id = $4
   ORDER BY d.decided_at, d.sharing_decision_id, r.due_at`;

export interface Recipient {
  readonly enquiryId: string;
  readonly mode: string;
  readonly audience: string;
  readonly toAgencyId: string;
}
interface About {
  readonly aboutId: string;
  readonly agencyId: string;
  readonly personId: string;
}

/** A yes is for this thing of this holder about this person, and for this recipient: an item that borrows another's id borrows nothing. */
const keyOf = ({ aboutId, agencyId, personId }: About): string => `${aboutId} ${agencyId} ${personId}`;

@Injectable()
export class ItemReviews {
  constructor(
    private readonly overrides: OverrideRepository,
    private readonly said: WhatPeopleSaid,
  ) {}

  /**
   * @param newestConsent when somebody last said something of this person's consent: a yes to a consent row falls with it
   * @returns what was answered about a thing; nothing where nobody was asked
   */
  async of(
    tx: Tx,
    { enquiryId, mode, audience, toAgencyId }: Recipient,
    newestConsent: (personId: string) => Date | undefined,
  ): Promise<(about: About) => Answered> {
    const rows = await tx.query<Row[]>(SELECT, [enquiryId, mode, audience, toAgencyId]);
    const byThing = new Map<string, Row[]>();
    for (const row of rows) {
      const key = keyOf({ aboutId: row.aboutId, agencyId: row.fromAgencyId, personId: row.personId ?? '' });
      byThing.set(key, [...(byThing.get(key) ?? []), row]);
    }
    const overridden = await this.overridden(tx, { enquiryId, mode, audience, toAgencyId });
    return (about) => ({
      ...answeredOf(byThing.get(keyOf(about)) ?? [], newestConsent(about.personId)),
      ...overridden(about),
    });
  }

  private async overridden(tx: Tx, recipient: Recipient): Promise<(about: About) => Pick<Answered, 'override'>> {
    const rows = await this.overrides.inForce(tx, recipient);
    const asOne = new Map<string, Override>();
    for (const { aboutId, holderAgencyId: agencyId, personId } of rows) {
      const about = { aboutId, agencyId, personId: personId ?? '' };
      const override = await this.said.asOne(
        rows.filter((row: OverrideRow) => covers(row, { aboutId, agencyId, personId })),
      );
      if (override) asOne.set(keyOf(about), override);
    }
    return (about) => {
      const override = asOne.get(keyOf(about));
      return override === undefined ? {} : { override };
    };
  }

  /** One at a time for an enquiry, from here to the end of the transaction: two reloads raise one REVIEW. */
  async lock(tx: Tx, enquiryId: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 40))', [`item-reviews ${enquiryId}`]);
  }
}

function answeredOf(rows: readonly Row[], newestConsent: Date | undefined): Answered {
  const open = rows.find(({ state }) => state === 'open');
  const newest = rows.at(-1)?.sharingDecisionId;
  const no = rows.find(({ state, sharingDecisionId }) => state === 'refused' && sharingDecisionId === newest);
  return {
    yeses: yesesThatStand(
      rows.flatMap(({ state, rule, releaser, answeredAt }) =>
        state === 'released' && answeredAt !== null ? [{ rule, by: releaser, answeredAt }] : [],
      ),
      newestConsent,
    ),
    ...(open && { open }),
    ...(no && { refusedBy: no.releaser }),
  };
}
