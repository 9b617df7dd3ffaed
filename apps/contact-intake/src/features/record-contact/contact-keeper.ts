import type { RecordContact } from '@mash/contracts';
import { DraftRepository } from '@mash/drafts';
import { newId } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { beginRoster } from '../../domain/begin-roster';
import { consentStatements } from '../../domain/consent';
import { CallerRepository, type CallerRecord } from '../../persistence/caller.repository';
import { ConsentRepository } from '../../persistence/consent.repository';
import type { ContactRecord } from '../../persistence/contact.record';
import { ContactRepository } from '../../persistence/contact.repository';
import { PersonRepository } from '../../persistence/person.repository';
import { RosterRepository } from '../../persistence/roster.repository';
import { ProvisionalPeople } from '../../rosters/provisional-people';
import { RosterFindingsReader } from '../../rosters/roster-findings';
import type { ContactNews } from './contact-announcer';

/** Puts a contact down with everybody in it, and takes its draft away. */
@Injectable()
export class ContactKeeper {
  constructor(
    private readonly contacts: ContactRepository,
    private readonly callers: CallerRepository,
    private readonly rosters: RosterRepository,
    private readonly people: ProvisionalPeople,
    private readonly persons: PersonRepository,
    private readonly findings: RosterFindingsReader,
    private readonly consents: ConsentRepository,
    private readonly drafts: DraftRepository,
  ) {}

  async keep(tx: Tx, contact: ContactRecord, sent: RecordContact): Promise<ContactNews> {
    const now = contact.recordedAt;
    const mint = (): string => newId(now.getTime());
    const roster = beginRoster(
      { enquiryId: contact.enquiryId, partnershipId: contact.partnershipId },
      sent.people,
      mint,
    );
    await this.contacts.add(tx, contact);
    const caller = callerOf(contact, sent);
    if (caller !== undefined) await this.callers.add(tx, caller);
    const keys = await this.people.add(tx, contact.partnershipId, roster.mentions, now);
    await this.rosters.add(tx, roster, keys);
    await this.persons.emptyHiddenHomes(tx, roster.enquiryId);

    const personOf = new Map(roster.mentions.map(({ mentionId, personId }) => [mentionId, personId]));
    const consents = consentStatements(sent.consents, personOf, mint, now);
    for (const consent of consents) await this.consents.add(tx, contact.enquiryId, consent);
    await this.drafts.remove(tx, { ...contact, draftId: contact.contactId });
    return {
      contact,
      roster,
      consents,
      ...(caller && { caller }),
      findings: await this.findings.read(tx, roster, now),
    };
  }
}

const callerOf = (
  { contactId, recordedAt }: ContactRecord,
  { sealedCaller }: RecordContact,
): CallerRecord | undefined =>
  sealedCaller && { contactId, keyId: sealedCaller.kid, envelope: sealedCaller.envelope, keptAt: recordedAt };
