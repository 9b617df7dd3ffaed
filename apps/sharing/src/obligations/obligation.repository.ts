import { unconflicted } from '@mash/case-access';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ObligationCode } from '../domain/decision';

export interface ObligationRow {
  obligationId: string;
  /** Null where rules alone owe it of a thing: its ruling is in the ledger. */
  sharingDecisionId: string | null;
  partnershipId: string;
  enquiryId: string;
  code: ObligationCode;
  /** 2 for what follows once the first part is done. */
  part: number;
  owner: string;
  /** Whose staff owe it; null for the hub and its overseers. */
  agencyId: string | null;
  /** Whom it is about, where it is owed for each person by themselves. */
  personId: string | null;
  dueAt: Date;
  lawDueAt: Date | null;
  /** Why the parent is not told for now. */
  ground: string | null;
  doneAt: Date | null;
  doneBy: string | null;
  /** It is done by a statement about its item, and not by a note. */
  isByStatement: boolean;
  /** In lists: when the same was done before what owes this one came. */
  earlierDoneAt?: Date | null;
}

/** What nothing that is owed has yet. */
type Done = 'ground' | 'doneAt' | 'doneBy' | 'isByStatement';

export interface StepRow {
  readonly stepId: string;
  readonly obligationId: string;
  readonly enquiryId: string;
  readonly outcome: 'done' | 'ground';
  readonly ground: string | null;
  readonly kid: string;
  readonly envelope: string;
  readonly takenBy: string;
  readonly takenAt: Date;
  readonly nextDueAt: Date | null;
}

/** What is kept under the id of a step. */
export type KnownStep = Pick<StepRow, 'obligationId' | 'outcome' | 'ground' | 'kid' | 'envelope' | 'takenBy'>;

/** A step with the task that it is of. */
export type TakenStep = Omit<StepRow, 'nextDueAt'> & Pick<ObligationRow, 'code' | 'part' | 'agencyId' | 'personId'>;

const STEPS = `
  SELECT s.step_id AS "stepId", s.obligation_id AS "obligationId", s.enquiry_id AS "enquiryId", s.outcome, s.ground, s.kid, s.envelope,
         s.taken_by AS "takenBy", s.taken_at AS "takenAt", o.code, o.part, o.agency_id AS "agencyId", o.person_id AS "personId"
    FROM obligation_step s JOIN obligation o ON o.obligation_id = s.obligation_id WHERE s.enquiry_id = $1 ORDER BY s.taken_at, s.step_id`;
/** What a holder owes about one item is done by what they state of that item, and listed there (GET /holder-tasks). */
const BY_STATEMENT = `code IN ('HOLD_TELLING', 'REQUEST_WORDING', 'DETRIMENT_REVIEW') AND EXISTS (
  SELECT 1 FROM sharing_decision d WHERE d.sharing_decision_id = obligation.sharing_decision_id AND d.about_kind <> 'request-line')`;
const COLUMNS = `obligation_id AS "obligationId", sharing_decision_id AS "sharingDecisionId", partnership_id AS "partnershipId", enquiry_id AS "enquiryId", code,
  part, owner, agency_id AS "agencyId", person_id AS "personId", due_at AS "dueAt", law_due_at AS "lawDueAt", ground, done_at AS "doneAt", done_by AS "doneBy",
  (${BY_STATEMENT}) AS "isByStatement"`;
/** Nobody owes anything about an enquiry that was erased. */
const NOT_ERASED = `NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.enquiry_id = obligation.enquiry_id AND erasure.state = 'erased')`;
/** One task for each code, part, agency and person: ten lines that ask to tell of one child are one telling. The soonest of them stands for all. */
const TASK = `enquiry_id, code, part, coalesce(agency_id, ''), coalesce(person_id::text, '')`;
const EARLIER_DONE = `
  (SELECT max(e.done_at) FROM obligation e
    WHERE e.enquiry_id = tasks."enquiryId" AND e.code = tasks.code AND e.part = tasks.part AND tasks."doneAt" IS NULL
      AND e.agency_id IS NOT DISTINCT FROM tasks."agencyId" AND e.person_id IS NOT DISTINCT FROM tasks."personId"
      AND e.done_at < coalesce((SELECT decided_at FROM sharing_decision d WHERE d.sharing_decision_id = tasks."sharingDecisionId"),
                               (SELECT min(noted_at) FROM obligation_cause c WHERE c.obligation_id = tasks."obligationId")))`;
/** In one order, by whoever adds to a task and whoever completes it. */
const LOCK_OPEN = `SELECT obligation_id AS id FROM obligation WHERE enquiry_id = $1 AND code = ANY($2::text[]) AND done_at IS NULL ORDER BY obligation_id FOR UPDATE`;
const END_ABOUT = `
  UPDATE obligation SET done_at = $4, done_by = $3 WHERE enquiry_id = $1 AND code = $2 AND done_at IS NULL AND (
    sharing_decision_id IN (SELECT sharing_decision_id FROM sharing_decision WHERE enquiry_id = $1 AND about_id = ANY($5::uuid[]))
    OR (agency_id IS NULL AND person_id = ANY($7::uuid[]))
    OR (sharing_decision_id IS NULL
        AND EXISTS (SELECT 1 FROM obligation_cause c WHERE c.obligation_id = obligation.obligation_id)
        AND NOT EXISTS (SELECT 1 FROM obligation_cause c WHERE c.obligation_id = obligation.obligation_id AND c.envelope_id <> ALL($6::uuid[]))))`;
const TASKS = (where: string) => `
  SELECT *, ${EARLIER_DONE} AS "earlierDoneAt" FROM (SELECT DISTINCT ON (${TASK}, done_at IS NULL) ${COLUMNS}
                   FROM obligation WHERE ${where}
                  ORDER BY ${TASK}, done_at IS NULL, done_at DESC NULLS FIRST, due_at) tasks
   ORDER BY "doneAt" NULLS FIRST, "dueAt", code`;

/** Of a press that named no notice it is known only in which call it was told: the agency's next receipt is of it. */
const END_RECEIPT = `
  UPDATE obligation SET done_at = $3, done_by = $2 FROM sharing_decision d
   WHERE obligation.enquiry_id = $1 AND obligation.code = 'RECEIPT' AND obligation.done_at IS NULL AND d.sharing_decision_id = obligation.sharing_decision_id
     AND (d.about_id = $4 OR (obligation.agency_id = $5 AND d.decided_at <= $3 AND EXISTS (SELECT 1 FROM release_call c WHERE c.release_id = d.about_id)))`;

/** Tasks that follow from sharing decisions. Their steps are added and never changed. */
@Injectable()
export class ObligationRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, row: Omit<ObligationRow, Done>): Promise<void> {
    await tx.query(
      `INSERT INTO obligation (obligation_id, sharing_decision_id, partnership_id, enquiry_id, code, part, owner, agency_id, person_id, due_at, law_due_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[row.obligationId, row.sharingDecisionId, row.partnershipId, row.enquiryId, row.code, row.part, row.owner],
        ...[row.agencyId, row.personId, row.dueAt, row.lawDueAt],
      ],
    );
  }

  /** Many at once, of rules alone. */
  async addAll(tx: Tx, rows: readonly Omit<ObligationRow, 'sharingDecisionId' | 'part' | Done>[]): Promise<void> {
    const column = <Key extends keyof (typeof rows)[number]>(key: Key) => rows.map((row) => row[key]);
    await tx.query(
      `INSERT INTO obligation (obligation_id, partnership_id, enquiry_id, code, owner, agency_id, person_id, due_at, law_due_at)
        SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::timestamptz[], $9::timestamptz[])`,
      [
        ...[column('obligationId'), column('partnershipId'), column('enquiryId'), column('code'), column('owner')],
        ...[column('agencyId'), column('personId'), column('dueAt'), column('lawDueAt')],
      ],
    );
  }

  async find(obligationId: string, tx: Tx = this.dataSource.manager): Promise<ObligationRow | undefined> {
    const select = `SELECT ${COLUMNS} FROM obligation WHERE obligation_id = $1`;
    return (await tx.query<ObligationRow[]>(select, [obligationId]))[0];
  }

  /** One of them as lists have it; undefined where its enquiry was erased. */
  async one(obligationId: string): Promise<ObligationRow | undefined> {
    const select = TASKS(`obligation_id = $1 AND ${NOT_ERASED}`);
    return (await this.dataSource.query<ObligationRow[]>(select, [obligationId]))[0];
  }

  /** Tasks of an enquiry, open ones first, soonest first. */
  ofEnquiry(enquiryId: string): Promise<ObligationRow[]> {
    return this.dataSource.query<ObligationRow[]>(TASKS('enquiry_id = $1'), [enquiryId]);
  }

  /**
   * Every open task of a partnership that a note does, soonest first, and none of them cut off: what some are late with would hide what others owe
   * today. None of a family about which the reader has a conflict of interest.
   */
  open(partnershipId: string, reader: string): Promise<ObligationRow[]> {
    const select = TASKS(
      `partnership_id = $1 AND done_at IS NULL AND ${NOT_ERASED} AND ${unconflicted('obligation.enquiry_id', '$2')} AND NOT (${BY_STATEMENT})`,
    );
    return this.dataSource.query<ObligationRow[]>(select, [partnershipId, reader]);
  }

  /** The open rows that are the same task, locked: whoever completes it completes all of them. */
  lockTask(
    tx: Tx,
    {
      enquiryId,
      code,
      part,
      agencyId,
      personId,
    }: Pick<ObligationRow, 'enquiryId' | 'code' | 'part' | 'agencyId' | 'personId'>,
  ): Promise<ObligationRow[]> {
    const select = `SELECT ${COLUMNS} FROM obligation
      WHERE enquiry_id = $1 AND code = $2 AND part = $3 AND agency_id IS NOT DISTINCT FROM $4 AND person_id IS NOT DISTINCT FROM $5 AND done_at IS NULL
      ORDER BY obligation_id FOR UPDATE`;
    return tx.query<ObligationRow[]>(select, [enquiryId, code, part, agencyId, personId]);
  }

  /** Ids of the open rows of these codes, locked: nobody completes them until the transaction ends, and whoever was at it before has. */
  async lockOpen(tx: Tx, enquiryId: string, codes: readonly ObligationCode[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }[]>(LOCK_OPEN, [enquiryId, codes]);
    return new Set(rows.map(({ id }) => id));
  }

  async done(tx: Tx, obligationIds: readonly string[], by: string, at: Date): Promise<void> {
    await tx.query(`UPDATE obligation SET done_at = $3, done_by = $2 WHERE obligation_id = ANY($1::uuid[])`, [
      obligationIds,
      by,
      at,
    ]);
  }

  /** Not done for now, on a ground, and looked at again by then. */
  async putOff(tx: Tx, obligationIds: readonly string[], ground: string, dueAt: Date): Promise<void> {
    await tx.query(
      `UPDATE obligation SET ground = $2, due_at = $3, late_announced_at = NULL WHERE obligation_id = ANY($1::uuid[])`,
      [obligationIds, ground, dueAt],
    );
  }

  /** @returns false where this step was taken before */
  async addStep(tx: Tx, step: StepRow): Promise<boolean> {
    const inserted = await tx.query<unknown[]>(
      `INSERT INTO obligation_step (step_id, obligation_id, enquiry_id, outcome, ground, kid, envelope, taken_by, taken_at, next_due_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING step_id`,
      [
        ...[step.stepId, step.obligationId, step.enquiryId, step.outcome, step.ground, step.kid, step.envelope],
        ...[step.takenBy, step.takenAt, step.nextDueAt],
      ],
    );
    return inserted.length === 1;
  }

  /** Every step that was taken of an enquiry's tasks, oldest first. */
  stepsOf(enquiryId: string): Promise<TakenStep[]> {
    return this.dataSource.query<TakenStep[]>(STEPS, [enquiryId]);
  }

  async findStep(stepId: string, tx: Tx): Promise<KnownStep | undefined> {
    const select = `SELECT obligation_id AS "obligationId", outcome, ground, kid, envelope, taken_by AS "takenBy" FROM obligation_step WHERE step_id = $1`;
    return (await tx.query<KnownStep[]>(select, [stepId]))[0];
  }

  /** The clock of what waited begins when the wait is over. */
  async startAgain(
    tx: Tx,
    { enquiryId, code, personId }: { enquiryId: string; code: ObligationCode; personId: string | null },
    dueAt: Date,
  ): Promise<void> {
    await tx.query(
      `UPDATE obligation SET due_at = $3, late_announced_at = NULL
        WHERE enquiry_id = $1 AND code = $2 AND done_at IS NULL AND due_at < $3 AND ($4::uuid IS NULL OR person_id = $4)`,
      [enquiryId, code, dueAt, personId],
    );
  }

  /** What this service does by itself is done when it says so. */
  async systemHasDone(tx: Tx, enquiryId: string, code: ObligationCode, at: Date): Promise<void> {
    await this.lockOpen(tx, enquiryId, [code]);
    const update = `UPDATE obligation SET done_at = $3, done_by = 'sharing' WHERE enquiry_id = $1 AND code = $2 AND done_at IS NULL`;
    await tx.query(update, [enquiryId, code, at]);
  }

  /** Done by a step in another service; not what was owed after it, or is owed by something that came after it. */
  async doneElsewhere(
    tx: Tx,
    { enquiryId, code }: { enquiryId: string; code: ObligationCode },
    { by, at }: { by: string; at: Date },
  ): Promise<void> {
    await this.lockOpen(tx, enquiryId, [code]); // first: what was joining it meanwhile is seen by what comes next
    await tx.query(
      `UPDATE obligation SET done_at = $4, done_by = $3
        WHERE enquiry_id = $1 AND code = $2 AND done_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM sharing_decision d WHERE d.sharing_decision_id = obligation.sharing_decision_id AND d.decided_at > $4)
          AND NOT EXISTS (SELECT 1 FROM obligation_cause c WHERE c.obligation_id = obligation.obligation_id AND c.noted_at > $4)`,
      [enquiryId, code, by, at],
    );
  }

  /** No receipt of this notice is owed any more; of another to the same agency it is. */
  async receiptDone(
    tx: Tx,
    { enquiryId, noticeId, agencyId }: { enquiryId: string; noticeId: string; agencyId: string },
    { by, at }: { by: string; at: Date },
  ): Promise<void> {
    await this.lockOpen(tx, enquiryId, ['RECEIPT']);
    await tx.query(END_RECEIPT, [enquiryId, by, at, noticeId, agencyId]);
  }

  /** Ends every open task of one code that follows from a decision. */
  async endOf(
    tx: Tx,
    sharingDecisionIds: readonly string[],
    code: ObligationCode,
    by: string,
    at: Date,
  ): Promise<void> {
    const update = `UPDATE obligation SET done_at = $4, done_by = $3 WHERE sharing_decision_id = ANY($1::uuid[]) AND code = $2 AND done_at IS NULL`;
    await tx.query(update, [sharingDecisionIds, code, by, at]);
  }

  /**
   * Ends every open task of one code that is about one of these things: it has been done in another way than by a note. Of one that rules alone owe
   * it is known which envelopes owe it.
   * @param its.hubsOf people about whom what the hub itself owes is done
   */
  async endAbout(
    tx: Tx,
    its: {
      enquiryId: string;
      code: ObligationCode;
      ids: readonly string[];
      envelopeIds: readonly string[];
      hubsOf: readonly string[];
      by: string;
      at: Date;
    },
  ): Promise<void> {
    await this.lockOpen(tx, its.enquiryId, [its.code]);
    await tx.query(END_ABOUT, [its.enquiryId, its.code, its.by, its.at, its.ids, its.envelopeIds, its.hubsOf]);
  }

  /** The soonest open due time of one code for each decision. */
  async dueOf(sharingDecisionIds: readonly string[], code: ObligationCode): Promise<ReadonlyMap<string, Date>> {
    const select = `SELECT sharing_decision_id AS id, min(due_at) AS due FROM obligation
      WHERE sharing_decision_id = ANY($1::uuid[]) AND code = $2 AND done_at IS NULL GROUP BY sharing_decision_id`;
    const rows = await this.dataSource.query<{ id: string; due: Date }[]>(select, [sharingDecisionIds, code]);
    return new Map(rows.map(({ id, due }) => [id, due]));
  }

  /** The next task that has passed its time and of which nobody has been told. One that another instance is at is passed over; one that waits is not late. */
  async nextLate(tx: Tx, now: Date): Promise<ObligationRow | undefined> {
    const select = `SELECT ${COLUMNS} FROM obligation
      WHERE done_at IS NULL AND late_announced_at IS NULL AND due_at < $1 AND ${NOT_ERASED}
        AND NOT (code = 'INFORM_PARENT' AND EXISTS (SELECT 1 FROM telling_hold WHERE telling_hold.enquiry_id = obligation.enquiry_id AND lifted_at IS NULL
                                                   AND (telling_hold.person_id IS NULL OR telling_hold.person_id = obligation.person_id)))
      ORDER BY due_at LIMIT 1 FOR UPDATE OF obligation SKIP LOCKED`;
    return (await tx.query<ObligationRow[]>(select, [now]))[0];
  }

  async lateAnnounced(tx: Tx, obligationId: string, at: Date): Promise<void> {
    await tx.query('UPDATE obligation SET late_announced_at = $2 WHERE obligation_id = $1', [obligationId, at]);
  }
}
