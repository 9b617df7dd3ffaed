import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EnvelopeRow } from './request.repository';

export interface AnswerRow {
  answerId: string;
  requestId: string;
  receivedAt: Date;
  answeredBy: string;
  answeredKind: 'person' | 'system';
  complete: boolean;
  late: boolean;
  state: 'received' | 'accepted' | 'rejected';
  rejectedBecause: string | null;
}

const ANSWER = `answer_id AS "answerId", request_id AS "requestId", received_at AS "receivedAt", answered_by AS "answeredBy", answered_kind AS "answeredKind", complete, late,
  state, rejected_because AS "rejectedBecause"`;

@Injectable()
export class AnswerRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(answerId: string, tx: Tx = this.dataSource.manager): Promise<AnswerRow | undefined> {
    return (await tx.query<AnswerRow[]>(`SELECT ${ANSWER} FROM answer WHERE answer_id = $1`, [answerId]))[0];
  }

  ofRequests(requestIds: readonly string[]): Promise<AnswerRow[]> {
    const select = `SELECT ${ANSWER} FROM answer WHERE request_id = ANY($1) ORDER BY received_at`;
    return this.dataSource.query<AnswerRow[]>(select, [requestIds]);
  }

  /** False where this answer is kept already: a repeat changes nothing. */
  async add(tx: Tx, row: Omit<AnswerRow, 'state' | 'rejectedBecause'>): Promise<boolean> {
    const added = await tx.query<unknown[]>(
      `INSERT INTO answer (answer_id, request_id, received_at, answered_by, answered_kind, complete, late, state)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 'received') ON CONFLICT DO NOTHING RETURNING answer_id`,
      [row.answerId, row.requestId, row.receivedAt, row.answeredBy, row.answeredKind, row.complete, row.late],
    );
    return added.length === 1;
  }

  async addEnvelope(tx: Tx, answerId: string, its: EnvelopeRow & { sha256: string }): Promise<void> {
    await tx.query(
      `INSERT INTO answer_envelope (envelope_id, answer_id, person_id, kid, envelope, sha256) VALUES ($1, $2, $3, $4, $5, $6)`,
      [its.envelopeId, answerId, its.personId, its.kid, its.envelope, its.sha256],
    );
  }

  envelopesOf(answerIds: readonly string[]): Promise<(EnvelopeRow & { answerId: string })[]> {
    const select = `SELECT answer_id AS "answerId", envelope_id AS "envelopeId", person_id AS "personId", kid, envelope FROM answer_envelope
      WHERE answer_id = ANY($1) ORDER BY envelope_id`;
    return this.dataSource.query(select, [answerIds]);
  }

  /** What `sharing` said first of an answer stands. @returns false where it had been settled already */
  async settle(tx: Tx, answerId: string, state: 'accepted' | 'rejected', rejectedBecause?: string): Promise<boolean> {
    const update = `UPDATE answer SET state = $2, rejected_because = $3 WHERE answer_id = $1 AND state = 'received'`;
    const [, changed] = await tx.query<[unknown[], number]>(update, [answerId, state, rejectedBecause ?? null]);
    return changed === 1;
  }
}
