import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import type { ProtectedPlace } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { protectedPlaces } from '../domain/household-protection';
import type { Persons } from '../domain/household-protection';
import { placesKept } from '../domain/kept-secret';
import { mentionOn } from '../domain/match-mention';
import type { Roster, RosterMention } from '../domain/roster';
import { PersonRepository } from '../persistence/person.repository';

/** Marking places as protected: of whom a mention stands for, and of its own provisional person, which has them where a link is taken back. */
@Injectable()
export class PlaceProtection {
  constructor(
    private readonly persons: PersonRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Everybody of a roster in the index, by id: whom the mentions stand for, and their provisional persons. */
  async personsOf(tx: Tx | undefined, { partnershipId, mentions }: Roster): Promise<Persons> {
    const ids = mentions.flatMap(({ personId, provisionalPersonId }) => [personId, provisionalPersonId]);
    return new Map((await this.persons.byIds(partnershipId, ids, tx)).map((person) => [person.personId, person]));
  }

  /** @returns whether anything of it was new */
  protect(
    tx: Tx,
    { personId, provisionalPersonId }: RosterMention,
    places: readonly ProtectedPlace[],
  ): Promise<boolean> {
    return this.persons.protectPlaces(tx, [personId, provisionalPersonId], places);
  }

  /** Marks what a confirmation of the roster says of several people; what is new of it is in the log, person by person. */
  async protectEach(
    tx: Tx,
    roster: Roster,
    said: readonly { readonly mentionId: string; readonly protectedPlaces?: readonly ProtectedPlace[] | undefined }[],
    actor: PersonActor,
  ): Promise<void> {
    for (const { mentionId, protectedPlaces = [] } of said) {
      const mention = roster.mentions.find((one) => one.mentionId === mentionId);
      if (mention === undefined || !(await this.protect(tx, mention, protectedPlaces))) continue;
      await this.note(tx, roster, mention.personId, actor);
    }
  }

  /** Somebody who is in hiding now is in hiding under every earlier record too. */
  async carry(tx: Tx, roster: Roster, mentionId: string, actor: PersonActor): Promise<void> {
    const { personId, provisionalPersonId } = mentionOn(roster, mentionId);
    const [own] = await this.persons.byIds(roster.partnershipId, [provisionalPersonId], tx);
    if (await this.persons.protectPlaces(tx, [personId], placesKept(own))) await this.note(tx, roster, personId, actor);
  }

  /**
   * Taking a link back clears nothing: what was hidden of a mention because of whom it was found to be stays so for its own provisional person,
   * until a manager clears it. A mention that its own roster goes on hiding is not marked.
   */
  async keepHidden(
    tx: Tx,
    mentionId: string,
    { before, after, actor }: { before: Roster; after: Roster; actor: PersonActor },
  ): Promise<void> {
    const persons = await this.personsOf(tx, before);
    const hiddenOn = (roster: Roster) => protectedPlaces(mentionOn(roster, mentionId), roster.mentions, persons);
    const stillHidden = hiddenOn(after);
    const lost = hiddenOn(before).filter((place) => !stillHidden.includes(place));
    const { personId } = mentionOn(after, mentionId);
    if (await this.persons.protectPlaces(tx, [personId], lost)) await this.note(tx, after, personId, actor);
  }

  private async note(tx: Tx, { enquiryId }: Roster, id: string, actor: PersonActor): Promise<void> {
    const subject = { type: 'Person', id };
    await this.audit.record(tx, { actor, action: 'person.protect-places', subject, enquiryId, outcome: 'done' });
  }
}
