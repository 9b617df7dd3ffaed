import type { Actor } from '@mash/authorisation';
import { ConsentStatedV1, ContactRecordedV1, RosterChangedV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { eventContext } from '../../access/event-context';
import type { ConsentStatement } from '../../domain/consent';
import { countOf } from '../../domain/contact';
import type { Roster } from '../../domain/roster';
import { rosterChanged } from '../../domain/roster-changed';
import type { RosterFindings } from '../../domain/roster-changed';
import type { CallerRecord } from '../../persistence/caller.repository';
import type { ContactRecord } from '../../persistence/contact.record';

/** Everything that a new contact tells the other services. */
export interface ContactNews {
  readonly contact: ContactRecord;
  readonly roster: Roster;
  readonly findings: RosterFindings;
  readonly consents: readonly ConsentStatement[];
  readonly caller?: CallerRecord;
}

const recorded = ({ contact, roster, findings, caller }: ContactNews): ContactRecordedV1['data'] => ({
  enquiryId: contact.enquiryId,
  contactId: contact.contactId,
  reference: contact.reference,
  enquiryReference: contact.enquiryReference,
  receivedAt: contact.receivedAt.toISOString(),
  recordedAt: contact.recordedAt.toISOString(),
  source: contact.source,
  referrerKind: contact.referrerKind,
  referrerAgencyId: contact.referrerAgencyId,
  urgent: contact.urgent,
  keyIds: [...new Set([contact.keyId, ...(caller ? [caller.keyId] : [])])],
  linkedContactId: contact.linkedContactId,
  people: countOf(roster.mentions.map(({ said }) => said)),
  presentingIssues: contact.presentingIssues,
  repeatContacts12Months: findings.repeatContacts12Months,
});

const stated = (enquiryId: string, consent: ConsentStatement): ConsentStatedV1['data'] => ({
  enquiryId,
  statementId: consent.statementId,
  personId: consent.personId,
  kind: consent.kind,
  state: consent.state,
  ground: consent.ground,
  givenBy: consent.givenBy,
  givenById: consent.givenById,
  how: consent.how,
  bodies: [], // the form asks for the hub partnership
  statedAt: consent.statedAt.toISOString(),
  ...(consent.sealedWords && { hasWords: true }),
  writtenAt: consent.recordedAt.toISOString(),
});

/** Announces a contact in the order in which the others can use it: the contact, each consent, the unconfirmed roster. */
@Injectable()
export class ContactAnnouncer {
  constructor(private readonly outbox: Outbox) {}

  async announce(tx: Tx, news: ContactNews, actor: Actor): Promise<void> {
    const { contact, roster, findings, consents } = news;
    const context = eventContext(actor, contact.partnershipId, contact.enquiryId, contact.recordedAt);
    await this.outbox.append(tx, ContactRecordedV1, recorded(news), context);
    for (const consent of consents) {
      await this.outbox.append(tx, ConsentStatedV1, stated(contact.enquiryId, consent), context);
    }
    await this.outbox.append(tx, RosterChangedV1, rosterChanged(roster, findings, contact.recordedAt), context);
  }
}
