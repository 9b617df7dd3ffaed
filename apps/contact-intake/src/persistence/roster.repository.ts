import { insertRow, readRows, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Roster, RosterMention } from '../domain/roster';
import type { MentionKeys, MentionRecord, RosterRecord } from './roster.record';

const SAVE_ROSTER = `
  UPDATE roster SET version = $2, confirmed = $3, confirmed_at = $4, confirmed_by = $5, who_else = $6, who_says_so = $7, referrer_side = $8
   WHERE enquiry_id = $1`;
const SAVE_MENTION = `
  UPDATE mention SET person_id = $3, matched = $4, relation = $5, relationship = $6, lives_in_household = $7,
         parental_responsibility = $8, parental_responsibility_known_how = $9, who_says_so = $10, household_id = $11, side = $12
   WHERE enquiry_id = $1 AND mention_id = $2`;

const screenedValues = (mention: RosterMention): unknown[] => [
  mention.personId,
  mention.matched,
  mention.relation,
  mention.relationship ?? null,
  mention.livesInHousehold ?? null,
  mention.parentalResponsibility ?? null,
  mention.parentalResponsibilityKnownHow ?? null,
  mention.whoSaysSo ?? null,
  mention.householdId ?? null,
  mention.side ?? null,
];

/** Keys of mentions that are new, by mention id. Their persons are in the index already. */
type NewKeys = ReadonlyMap<string, MentionKeys>;

@Injectable()
export class RosterRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, { mentions, ...roster }: Roster, keys: NewKeys): Promise<void> {
    await insertRow(tx, 'roster', roster);
    for (const [position, mention] of mentions.entries()) await this.addMention(tx, roster, mention, position, keys);
  }

  /** Waits for whoever is changing this roster. */
  async getForUpdate(tx: Tx, enquiryId: string): Promise<Roster | undefined> {
    return this.read(tx, enquiryId, 'FOR UPDATE');
  }

  get(enquiryId: string, from: Tx | DataSource = this.dataSource): Promise<Roster | undefined> {
    return this.read(from, enquiryId, '');
  }

  /** Saves a roster that was got for update: its row, the mentions that changed, and those that were added. */
  async save(tx: Tx, before: Roster, after: Roster, keys: NewKeys = new Map()): Promise<void> {
    const { version, confirmed, confirmedAt, confirmedBy, whoElse, whoSaysSo, referrerSide } = after;
    const said = [whoElse ?? null, whoSaysSo ?? null, referrerSide ?? null];
    const state = [version, confirmed, confirmedAt ?? null, confirmedBy ?? null, ...said];
    await tx.query(SAVE_ROSTER, [after.enquiryId, ...state]);
    for (const [position, mention] of after.mentions.entries()) {
      const earlier = before.mentions[position];
      if (earlier === mention) continue;
      if (earlier === undefined) await this.addMention(tx, after, mention, position, keys);
      else await tx.query(SAVE_MENTION, [after.enquiryId, mention.mentionId, ...screenedValues(mention)]);
    }
  }

  private async read(from: Tx | DataSource, enquiryId: string, lock: string): Promise<Roster | undefined> {
    const [roster] = await readRows<RosterRecord>(from, `SELECT * FROM roster WHERE enquiry_id = $1 ${lock}`, [
      enquiryId,
    ]);
    if (roster === undefined) return undefined;
    const sql = 'SELECT * FROM mention WHERE enquiry_id = $1 ORDER BY position';
    return { ...roster, mentions: await readRows<MentionRecord>(from, sql, [enquiryId]) };
  }

  private addMention(
    tx: Tx,
    roster: RosterRecord,
    mention: RosterMention,
    position: number,
    keys: NewKeys,
  ): Promise<void> {
    const { enquiryId, partnershipId } = roster;
    const { samePersonKeys = [], blockingKeys = [] } = keys.get(mention.mentionId) ?? {};
    return insertRow(tx, 'mention', { ...mention, enquiryId, partnershipId, position, samePersonKeys, blockingKeys });
  }
}
