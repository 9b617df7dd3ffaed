import type { ContactDetail, ContactSummary, MentionedPerson } from '@mash/contracts';
import { protectedPlaces, somebodyHides } from '../../domain/household-protection';
import type { Persons } from '../../domain/household-protection';
import type { Roster, RosterMention } from '../../domain/roster';
import type { AcknowledgementRecord } from '../../persistence/acknowledgement.record';
import { wordsBeside } from '../../domain/words-beside-people';
import { receiptOf } from '../../persistence/contact.record';
import type { ContactRecord } from '../../persistence/contact.record';

/** What was told, as its reader may know it. That nothing may be told is the hub's business and not the referrer's. */
const acknowledgedOf = (records: readonly AcknowledgementRecord[], isHub: boolean): ContactSummary['acknowledged'] =>
  records
    .filter(({ method }) => isHub || method !== 'none')
    .map(({ kind, method, at, letterId }) => ({ kind, method, at: at.toISOString(), letterId }));

export function summaryOf(
  contact: ContactRecord,
  told: readonly AcknowledgementRecord[],
  isHub: boolean,
): ContactSummary {
  const { source, referrerKind, urgent, contactId } = contact;
  const own = told.filter((one) => one.contactId === contactId);
  return { ...receiptOf(contact), source, referrerKind, urgent, acknowledged: acknowledgedOf(own, isHub) };
}

/**
 * A person as the contact mentioned them, without any place of theirs where one must be kept secret, also where it was said in plain before; and where
 * anybody's must, with none in what was typed beside them.
 */
export function saidWithoutSecrets(
  { mentions }: Roster,
  persons: Persons,
): (mention: RosterMention) => MentionedPerson {
  const isMasked = somebodyHides(mentions, persons);
  return (mention) => {
    const whole = wordsBeside(mention.said, isMasked);
    if (protectedPlaces(mention, mentions, persons).length === 0) return whole;
    const { address: _address, school: _school, gp: _gp, ...said } = whole;
    return { ...said, addressProtected: true };
  };
}

/** The contact without its people: those are added for the hub alone. */
export function detailOf(
  contact: ContactRecord,
  told: readonly AcknowledgementRecord[],
  isHub: boolean,
): ContactDetail {
  return {
    ...summaryOf(contact, told, isHub),
    referrerAgencyId: contact.referrerAgencyId,
    reply: contact.reply,
    sealed: { kid: contact.keyId, envelope: contact.envelope },
    presentingIssues: contact.presentingIssues,
  };
}
