import type { ConsentGiver, ConsentHow, ConsentKind, ConsentState, NotSoughtGround, Purpose } from '@mash/contracts';
import { prepared, tableFields, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newestFirst } from '../domain/consent/newest-first';

/** One statement about one consent of one person. Never changed: a later one stands beside it. */
export interface ConsentRow {
  statementId: string;
  partnershipId: string;
  enquiryId: string;
  personId: string;
  kind: ConsentKind;
  state: ConsentState;
  ground: NotSoughtGround | null;
  givenBy: ConsentGiver;
  givenById: string | null;
  how: ConsentHow | null;
  bodies: string[];
  purposes: Purpose[];
  /** What they were told, evidence, the words of another ground: sealed. */
  wordsKid: string | null;
  wordsEnvelope: string | null;
  statedAt: Date;
  recordedBy: string;
  recordedAt: Date;
  /** When it was first written down, where that was elsewhere: with the contact. Null where it was here. */
  writtenAt: Date | null;
}

/** A statement with what a manager has said of its ground: null where nobody has. */
export interface KeptConsent extends ConsentRow {
  groundAccepted: boolean | null;
  groundDecidedBy: string | null;
  groundDecidedAt: Date | null;
}

const FIELDS = tableFields<ConsentRow>('consent_statement', {
  statementId: 'statement_id',
  partnershipId: 'partnership_id',
  enquiryId: 'enquiry_id',
  personId: 'person_id',
  kind: 'kind',
  state: 'state',
  ground: 'ground',
  givenBy: 'given_by',
  givenById: 'given_by_id',
  how: 'how',
  bodies: 'bodies',
  purposes: 'purposes',
  wordsKid: 'words_kid',
  wordsEnvelope: 'words_envelope',
  statedAt: 'stated_at',
  recordedBy: 'recorded_by',
  recordedAt: 'recorded_at',
  writtenAt: 'written_at',
});

const INSERT = `${FIELDS.insert} ON CONFLICT DO NOTHING RETURNING statement_id`;
const SELECT = `SELECT ${FIELDS.selected('s')},
    g.accepted AS "groundAccepted", g.decided_by AS "groundDecidedBy", g.decided_at AS "groundDecidedAt"
  FROM consent_statement s LEFT JOIN consent_ground_decision g ON g.statement_id = s.statement_id`;

const VERSION = prepared(`
  SELECT ((SELECT count(*) FROM consent_statement WHERE enquiry_id = $1)
    + (SELECT count(*) FROM consent_ground_decision WHERE enquiry_id = $1))::int AS version`);

/** What is held alone by whoever states something of consent, and in common by whoever opens on what was stated. */
export const consentsLock = (enquiryId: string): string => `consents ${enquiryId}`;

@Injectable()
export class ConsentRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * One at a time for an enquiry, from here to the end of the transaction. Whoever states something and whoever decides on what was stated
   * take it first: no decision is kept that rests on a consent which was withdrawn while it was made.
   */
  async lock(tx: Tx, enquiryId: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 41))', [consentsLock(enquiryId)]);
  }

  /** @returns false where a statement with this id is kept already */
  async add(tx: Tx, row: ConsentRow): Promise<boolean> {
    const added = await tx.query<unknown[]>(INSERT, FIELDS.valuesOf(row));
    return added.length > 0;
  }

  /** Of an enquiry that is erased: words that lie sealed to a key which others share, and which lives on. @returns how many */
  async forgetOverflowWords(tx: Tx, enquiryId: string): Promise<number> {
    const [{ gone } = { gone: 0 }] = await tx.query<{ gone: number }[]>('SELECT forget_overflow_words($1) AS gone', [
      enquiryId,
    ]);
    return gone;
  }

  async find(statementId: string, tx: Tx = this.dataSource.manager): Promise<KeptConsent | undefined> {
    return (await tx.query<KeptConsent[]>(`${SELECT} WHERE s.statement_id = $1`, [statementId]))[0];
  }

  /** Everything stated within an enquiry, newest first. */
  async ofEnquiry(enquiryId: string, tx: Tx = this.dataSource.manager): Promise<KeptConsent[]> {
    return newestFirst(await tx.query<KeptConsent[]>(`${SELECT} WHERE s.enquiry_id = $1`, [enquiryId]));
  }

  /** Grows by one with each statement and with each word of a manager about a ground. */
  async version(tx: Tx, enquiryId: string): Promise<number> {
    return (await tx.query<{ version: number }[]>(VERSION, [enquiryId]))[0]?.version ?? 0;
  }

  async decideGround(
    tx: Tx,
    its: {
      statementId: string;
      partnershipId: string;
      enquiryId: string;
      accepted: boolean;
      by: string;
      at: Date;
      kid: string;
      envelope: string;
    },
  ): Promise<boolean> {
    const added = await tx.query<unknown[]>(
      `INSERT INTO consent_ground_decision (statement_id, partnership_id, enquiry_id, accepted, decided_by, decided_at, reason_kid, reason_envelope)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING statement_id`,
      [its.statementId, its.partnershipId, its.enquiryId, its.accepted, its.by, its.at, its.kid, its.envelope],
    );
    return added.length > 0;
  }
}

/** The version of what was read: what `version` counts in the database. */
export const versionOf = (consents: readonly Pick<KeptConsent, 'groundAccepted'>[]): number =>
  consents.length + consents.filter(({ groundAccepted }) => groundAccepted !== null).length;
