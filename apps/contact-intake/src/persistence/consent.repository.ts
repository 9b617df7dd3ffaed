import type { StatedConsent } from '@mash/contracts';
import { insertRow, readRows, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ConsentStatement } from '../domain/consent';

export interface SealedWordsRow {
  readonly enquiryId: string;
  readonly partnershipId: string;
  readonly wordsKid: string;
  readonly wordsEnvelope: string;
}

@Injectable()
export class ConsentRepository {
  constructor(private readonly dataSource: DataSource) {}

  add(tx: Tx, enquiryId: string, { givenById: _derived, sealedWords, ...statement }: ConsentStatement): Promise<void> {
    const words = sealedWords && { wordsKid: sealedWords.kid, wordsEnvelope: sealedWords.envelope };
    return insertRow(tx, 'consent_statement', { ...statement, ...words, enquiryId });
  }

  /** Whether a statement with one of these ids is kept already. */
  async isTaken(tx: Tx, statementIds: readonly string[]): Promise<boolean> {
    const select = 'SELECT 1 FROM consent_statement WHERE statement_id = ANY($1) LIMIT 1';
    return statementIds.length > 0 && (await readRows(tx, select, [statementIds])).length > 0;
  }

  /** What was sealed with a statement; undefined where nothing was. */
  async wordsOf(statementId: string): Promise<SealedWordsRow | undefined> {
    const sql = `SELECT s.enquiry_id, r.partnership_id, s.words_kid, s.words_envelope FROM consent_statement s JOIN roster r USING (enquiry_id)
                  WHERE s.statement_id = $1 AND s.words_kid IS NOT NULL`;
    return (await readRows<SealedWordsRow>(this.dataSource, sql, [statementId]))[0];
  }

  /** As they were stated, in that order. */
  of(enquiryId: string): Promise<StatedConsent[]> {
    const sql = `SELECT mention_id, kind, state, ground, given_by, how, given_by_mention_id FROM consent_statement
                  WHERE enquiry_id = $1 ORDER BY stated_at, statement_id`;
    return readRows<StatedConsent>(this.dataSource, sql, [enquiryId]);
  }

  /** The statements that came with the contact, by id: `sharing` waits until it has them. */
  async idsOf(enquiryId: string): Promise<string[]> {
    const sql = 'SELECT statement_id FROM consent_statement WHERE enquiry_id = $1 ORDER BY statement_id';
    const rows = await readRows<{ statementId: string }>(this.dataSource, sql, [enquiryId]);
    return rows.map(({ statementId }) => statementId);
  }
}
