import type { SqlFilter } from '@mash/authorisation';
import type { Category, KeyLease, LineState, Purpose, StatutoryTask } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { notErased } from '@mash/erasure';

export interface RequestRow {
  requestId: string;
  partnershipId: string;
  enquiryId: string;
  agencyId: string;
  agencyName: string;
  /** Its name gave nothing away, as the register had it when it was asked. */
  mayBeNamed: boolean;
  purpose: Purpose;
  textHash: string;
  /** The statutory task that the text states, as its sender says; null where it states none. Before senders were asked, `unasked`. */
  task: StatutoryTask | 'unasked' | null;
  proposedBy: string;
  proposedAt: Date;
  issuedAt: Date | null;
  dueAt: Date | null;
  basis: 'elapsed' | 'working' | null;
  answerKeyId: string | null;
  /** As `sharing` signed it when it was last asked. Not verified here: whoever seals does. */
  answerLease: KeyLease | null;
  answeredAt: Date | null;
  complete: boolean;
  claimedBy: string | null;
}

export interface LineRow {
  lineId: string;
  requestId: string;
  personId: string;
  category: Category;
  existenceOnly: boolean;
  need: 'yes' | 'no' | 'unclear';
  /** The worry that the sender named, as a code of the pack; null where none was named. */
  worry: string | null;
  wholeRecord: boolean;
  /** The person lives, lived or is placed in the area of the council that is asked. */
  crossBorder: boolean;
  state: LineState;
  sharingDecisionId: string | null;
  /** When it was held or recalled; null in any other state. */
  stoppedAt: Date | null;
}

export interface EnvelopeRow {
  envelopeId: string;
  personId: string;
  kid: string;
  envelope: string;
}

const REQUEST = `request_id AS "requestId", partnership_id AS "partnershipId", enquiry_id AS "enquiryId", agency_id AS "agencyId",
  agency_name AS "agencyName", may_be_named AS "mayBeNamed", purpose, text_hash AS "textHash", task, proposed_by AS "proposedBy", proposed_at AS "proposedAt",
  issued_at AS "issuedAt", due_at AS "dueAt", basis, answer_key_id AS "answerKeyId", answer_lease AS "answerLease",
  answered_at AS "answeredAt", complete, claimed_by AS "claimedBy"`;
const LINE = `line_id AS "lineId", request_id AS "requestId", person_id AS "personId", category, existence_only AS "existenceOnly", need, worry,
  whole_record AS "wholeRecord", cross_border AS "crossBorder", state, sharing_decision_id AS "sharingDecisionId", stopped_at AS "stoppedAt"`;

const MOST_BESIDE = 60;

@Injectable()
export class RequestRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One of an erased enquiry is not found. */
  async find(requestId: string, tx: Tx = this.dataSource.manager): Promise<RequestRow | undefined> {
    const select = `SELECT ${REQUEST} FROM request WHERE request_id = $1 AND ${notErased('request.enquiry_id')}`;
    return (await tx.query<RequestRow[]>(select, [requestId]))[0];
  }

  async lock(tx: Tx, requestId: string): Promise<RequestRow | undefined> {
    return (
      await tx.query<RequestRow[]>(`SELECT ${REQUEST} FROM request WHERE request_id = $1 FOR UPDATE`, [requestId])
    )[0];
  }

  ofEnquiry(enquiryId: string): Promise<RequestRow[]> {
    return this.dataSource.query<RequestRow[]>(
      `SELECT ${REQUEST} FROM request WHERE enquiry_id = $1 ORDER BY agency_name, proposed_at`,
      [enquiryId],
    );
  }

  /**
   * What an agency owes, soonest first; then what it answered in the last day, and what was recalled in the last two weeks.
   *
   * @param readable the requests, as `request`, that the reader may see: its placeholders begin at 4
   */
  async worklist(
    { partnershipId, agencyId }: { partnershipId: string; agencyId: string },
    now: Date,
    readable: SqlFilter | null,
  ): Promise<RequestRow[]> {
    if (readable === null) return [];
    return this.dataSource.query<RequestRow[]>(
      `SELECT ${REQUEST} FROM request
        WHERE partnership_id = $1 AND agency_id = $2 AND issued_at IS NOT NULL AND ${notErased('request.enquiry_id')} AND ${readable.where}
          AND ((NOT complete AND EXISTS (SELECT 1 FROM request_line line WHERE line.request_id = request.request_id AND line.state IN ('issued', 'held', 'answered')))
            OR (complete AND answered_at > $3::timestamptz - interval '1 day')
            OR EXISTS (SELECT 1 FROM request_line line WHERE line.request_id = request.request_id AND line.state = 'recalled'
                 AND line.stopped_at > $3::timestamptz - interval '14 days'))
        ORDER BY NOT EXISTS (SELECT 1 FROM request_line line WHERE line.request_id = request.request_id AND line.state = 'issued'), due_at, request_id LIMIT 200`,
      [partnershipId, agencyId, now, ...readable.params],
    );
  }

  async add(
    tx: Tx,
    row: Omit<
      RequestRow,
      'task' | 'issuedAt' | 'dueAt' | 'basis' | 'answerKeyId' | 'answerLease' | 'answeredAt' | 'complete' | 'claimedBy'
    > & { readonly task: StatutoryTask | null },
  ): Promise<boolean> {
    const added = await tx.query<unknown[]>(
      `INSERT INTO request (request_id, partnership_id, enquiry_id, agency_id, agency_name, purpose, text_hash, task, proposed_by, proposed_at, may_be_named)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (request_id) DO NOTHING RETURNING request_id`,
      [
        row.requestId,
        row.partnershipId,
        row.enquiryId,
        row.agencyId,
        row.agencyName,
        row.purpose,
        row.textHash,
        row.task,
        row.proposedBy,
        row.proposedAt,
        row.mayBeNamed,
      ],
    );
    return added.length === 1;
  }

  async addLine(tx: Tx, line: Omit<LineRow, 'state' | 'sharingDecisionId' | 'stoppedAt'>): Promise<void> {
    await tx.query(
      `INSERT INTO request_line (line_id, request_id, person_id, category, existence_only, need, worry, whole_record, cross_border, state)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'proposed')`,
      [
        ...[line.lineId, line.requestId, line.personId, line.category, line.existenceOnly, line.need, line.worry],
        ...[line.wholeRecord, line.crossBorder],
      ],
    );
  }

  async addEnvelope(tx: Tx, requestId: string, { envelopeId, personId, kid, envelope }: EnvelopeRow): Promise<void> {
    const insert = `INSERT INTO request_envelope (envelope_id, request_id, person_id, kid, envelope) VALUES ($1, $2, $3, $4, $5)`;
    await tx.query(insert, [envelopeId, requestId, personId, kid, envelope]);
  }

  linesOf(requestIds: readonly string[], tx: Tx = this.dataSource.manager): Promise<LineRow[]> {
    return tx.query<LineRow[]>(
      `SELECT ${LINE} FROM request_line WHERE request_id = ANY($1) ORDER BY person_id, category`,
      [requestIds],
    );
  }

  async line(lineId: string, tx: Tx = this.dataSource.manager): Promise<LineRow | undefined> {
    return (await tx.query<LineRow[]>(`SELECT ${LINE} FROM request_line WHERE line_id = $1`, [lineId]))[0];
  }

  async setLine(
    tx: Tx,
    lineId: string,
    its: { state: LineState; sharingDecisionId: string; stoppedAt: Date | null },
  ): Promise<void> {
    const update = `UPDATE request_line SET state = $2, sharing_decision_id = $3, stopped_at = $4 WHERE line_id = $1`;
    await tx.query(update, [lineId, its.state, its.sharingDecisionId, its.stoppedAt]);
  }

  /** Whether the agency still owes an answer to anything of this request. */
  async isOwed(tx: Tx, requestId: string): Promise<boolean> {
    const select = `SELECT 1 FROM request_line WHERE request_id = $1 AND state = 'issued' LIMIT 1`;
    return (await tx.query<unknown[]>(select, [requestId])).length > 0;
  }

  /**
   * The first permitted line starts the agency's clock; later ones join it. One that comes when nothing is owed any more (all answered, or
   * held or recalled) opens the request again, on a clock of its own.
   */
  async issue(
    tx: Tx,
    requestId: string,
    its: {
      issuedAt: Date;
      dueAt: Date;
      basis: string;
      answerLease: KeyLease;
      /** Nothing of the request was owed. */
      afresh: boolean;
    },
  ): Promise<void> {
    await tx.query(
      `UPDATE request SET issued_at = coalesce(issued_at, $2), due_at = $3, basis = $4, answer_key_id = $5, answer_lease = $6::jsonb,
          complete = false, overdue_noticed_at = NULL
        WHERE request_id = $1 AND (issued_at IS NULL OR complete OR $7)`,
      [
        ...[requestId, its.issuedAt, its.dueAt, its.basis, its.answerLease.kid, JSON.stringify(its.answerLease)],
        its.afresh,
      ],
    );
  }

  /** A later lease of the key that the request has already. */
  async keepLease(requestId: string, lease: KeyLease): Promise<void> {
    const update = `UPDATE request SET answer_lease = $3::jsonb WHERE request_id = $1 AND answer_key_id = $2`;
    await this.dataSource.query(update, [requestId, lease.kid, JSON.stringify(lease)]);
  }

  async markAnswered(
    tx: Tx,
    requestId: string,
    personIds: readonly string[],
    complete: boolean,
    at: Date,
  ): Promise<void> {
    await tx.query(
      `UPDATE request_line SET state = 'answered' WHERE request_id = $1 AND person_id = ANY($2) AND state = 'issued'`,
      [requestId, personIds],
    );
    const update = `UPDATE request SET answered_at = $2, complete = complete OR $3 WHERE request_id = $1`;
    await tx.query(update, [requestId, at, complete]);
  }

  /**
   * A refused answer is no answer: what it seemed to answer is owed again, save what another answer that stands has answered, and the request is not
   * complete by it.
   */
  async reopen(tx: Tx, answerId: string): Promise<void> {
    const [owed] = await tx.query<[{ request_id: string }[], number]>(
      `UPDATE request_line line SET state = 'issued' FROM answer a JOIN answer_envelope e USING (answer_id)
        WHERE a.answer_id = $1 AND line.request_id = a.request_id AND line.person_id = e.person_id AND line.state = 'answered'
          AND NOT EXISTS (SELECT 1 FROM answer other JOIN answer_envelope its USING (answer_id)
            WHERE other.request_id = line.request_id AND its.person_id = line.person_id AND other.state <> 'rejected')
        RETURNING line.request_id`,
      [answerId],
    );
    const update = `UPDATE request SET complete = false,
        answered_at = (SELECT max(received_at) FROM answer WHERE answer.request_id = request.request_id AND state <> 'rejected')
      WHERE request_id = ANY($1) OR request_id = (SELECT request_id FROM answer WHERE answer_id = $2 AND complete)`;
    await tx.query(update, [owed.map(({ request_id }) => request_id), answerId]);
  }

  async claim(tx: Tx, requestId: string, actorId: string): Promise<void> {
    await tx.query(`UPDATE request SET claimed_by = $2 WHERE request_id = $1`, [requestId, actorId]);
  }

  envelopesOf(requestId: string, personIds: readonly string[]): Promise<EnvelopeRow[]> {
    const select = `SELECT envelope_id AS "envelopeId", person_id AS "personId", kid, envelope FROM request_envelope
      WHERE request_id = $1 AND person_id = ANY($2)`;
    return this.dataSource.query<EnvelopeRow[]>(select, [requestId, personIds]);
  }

  /** What else an agency was sent of an enquiry by the time of a request, oldest first; of very much the newest. */
  async envelopesBeside(
    { enquiryId, agencyId, proposedAt }: RequestRow,
    envelopeId: string,
  ): Promise<(EnvelopeRow & { requestId: string })[]> {
    const select = `SELECT * FROM (
      SELECT e.envelope_id AS "envelopeId", e.request_id AS "requestId", e.person_id AS "personId", e.kid, e.envelope, r.proposed_at AS at
        FROM request r JOIN request_envelope e ON e.request_id = r.request_id
       WHERE r.enquiry_id = $1 AND r.agency_id = $2 AND r.proposed_at <= $3 AND e.envelope_id <> $4
       ORDER BY r.proposed_at DESC, e.envelope_id DESC LIMIT ${MOST_BESIDE}) AS newest ORDER BY at, "envelopeId"`;
    return this.dataSource.query(select, [enquiryId, agencyId, proposedAt, envelopeId]);
  }

  /** Requests past their time that nobody has noticed yet, locked so that two instances do not both chase. */
  takeOverdue(tx: Tx, now: Date): Promise<RequestRow[]> {
    return tx.query<RequestRow[]>(
      `SELECT ${REQUEST} FROM request
        WHERE issued_at IS NOT NULL AND NOT complete AND overdue_noticed_at IS NULL AND due_at < $1
          AND ${notErased('request.enquiry_id')}
          AND (EXISTS (SELECT 1 FROM request_line line WHERE line.request_id = request.request_id AND line.state = 'issued')
            OR NOT EXISTS (SELECT 1 FROM request_line line WHERE line.request_id = request.request_id AND line.state IN ('held', 'recalled')))
        ORDER BY due_at LIMIT 100 FOR UPDATE SKIP LOCKED`,
      [now],
    );
  }

  async noticeOverdue(tx: Tx, requestId: string, at: Date): Promise<void> {
    await tx.query(`UPDATE request SET overdue_noticed_at = $2 WHERE request_id = $1`, [requestId, at]);
  }

  async addChaser(tx: Tx, chaser: { chaserId: string; requestId: string; at: Date; by: string }): Promise<void> {
    const insert = `INSERT INTO chaser (chaser_id, request_id, at, by_actor) VALUES ($1, $2, $3, $4)`;
    await tx.query(insert, [chaser.chaserId, chaser.requestId, chaser.at, chaser.by]);
  }

  /** False where the same person has chased within so many milliseconds. Of two at once the second sees the first. */
  async addChaserOnce(
    tx: Tx,
    chaser: { chaserId: string; requestId: string; at: Date; by: string },
    withinMs: number,
  ): Promise<boolean> {
    await tx.query('SELECT 1 FROM request WHERE request_id = $1 FOR UPDATE', [chaser.requestId]);
    const since = new Date(chaser.at.getTime() - withinMs);
    const select = 'SELECT 1 FROM chaser WHERE request_id = $1 AND by_actor = $2 AND at > $3';
    const recent = await tx.query<unknown[]>(select, [chaser.requestId, chaser.by, since]);
    if (recent.length > 0) return false;
    await this.addChaser(tx, chaser);
    return true;
  }

  chasersOf(requestIds: readonly string[]): Promise<{ requestId: string; at: Date; by: string }[]> {
    const select = `SELECT request_id AS "requestId", at, by_actor AS "by" FROM chaser WHERE request_id = ANY($1) ORDER BY at`;
    return this.dataSource.query(select, [requestIds]);
  }
}
