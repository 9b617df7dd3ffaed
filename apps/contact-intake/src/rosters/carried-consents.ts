import type { PersonActor } from '@mash/authorisation';
import { ConsentStatedV1, newId } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { eventContext } from '../access/event-context';
import { mentionOn } from '../domain/match-mention';
import type { Roster } from '../domain/roster';
import { ConsentRepository } from '../persistence/consent.repository';

/**
 * What was stated of a mention was stated of whoever the mention turns out to be. Once a human says who that is, every statement is announced
 * again about that person: a refusal must not be lost because somebody was found in the index. It keeps the time at which it was made.
 */
@Injectable()
export class CarriedConsents {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly outbox: Outbox,
  ) {}

  async carry(tx: Tx, roster: Roster, mentionId: string, actor: PersonActor, now: Date): Promise<void> {
    const { enquiryId, partnershipId, mentions } = roster;
    const { personId } = mentionOn(roster, mentionId);
    for (const statement of await this.consents.ofMention(tx, enquiryId, mentionId)) {
      const { kind, state, ground, givenBy, how, givenByMentionId, statedAt, recordedAt } = statement;
      const givenById = mentions.find((one) => one.mentionId === givenByMentionId)?.personId;
      const about = { enquiryId, statementId: newId(now.getTime()), personId, kind, state, ground, givenBy, givenById };
      const said = { ...about, how };
      const stated = { ...said, bodies: [], statedAt: statedAt.toISOString(), writtenAt: recordedAt.toISOString() };
      await this.outbox.append(tx, ConsentStatedV1, stated, eventContext(actor, partnershipId, enquiryId, now));
    }
  }
}
