import { authorise, can, sqlFilterFor } from '@mash/authorisation';
import type { Actor, PersonActor, SqlFilter } from '@mash/authorisation';
import { CodedError, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import type { Roster } from '../domain/roster';
import type { ContactRecord } from '../persistence/contact.record';
import { contactSubject, enquirySubject, personSubject } from './subjects';

const CONTACT_COLUMNS = {
  id: 'contact_id',
  partnershipId: 'partnership_id',
  authorId: 'author_id',
  restricted: 'false',
  namedAccess: "'{}'::text[]",
  conflicts: "'{}'::text[]",
};

/**
 * The access rules of `@mash/authorisation`, asked of this service's records. Each `require` gives the record back, or throws: "not
 * found" where it is not there or the actor may not know of it, "forbidden" where they may see it and not do this.
 */
@Injectable()
export class IntakeAccess {
  /** Gives the partnership that the contact will belong to: the sender's own, always. */
  requireMayRecord(actor: Actor, contactId: string): string {
    const { partnershipId, id: authorId } = actor;
    if (partnershipId === undefined)
      throw new CodedError('CONTACT.CREATE_NOT_ALLOWED', 403, 'This client works for no partnership.');
    authorise(actor, 'create', contactSubject({ contactId, partnershipId, authorId }));
    return partnershipId;
  }

  /** Those who write down what a caller says may also say when it was received. */
  mayTakeCalls(actor: Actor): boolean {
    const { partnershipId, id } = actor;
    return (
      partnershipId !== undefined &&
      can(actor, 'take-call', contactSubject({ contactId: id, partnershipId, authorId: id }))
    );
  }

  mayReadContact(actor: Actor, contact: ContactRecord): boolean {
    return can(actor, 'read', contactSubject(contact));
  }

  requireContact(actor: PersonActor, contact: ContactRecord | undefined): ContactRecord {
    if (contact === undefined) throw notFound('Contact');
    authorise(actor, 'read', contactSubject(contact));
    return contact;
  }

  /** Names are for the hub and its door: a referrer is told nothing of what the index holds. */
  mayReadPeople(actor: PersonActor): boolean {
    const { partnershipId } = actor;
    return can(actor, 'read', personSubject({ personId: partnershipId, partnershipId }));
  }

  requireMayReadPeople(actor: PersonActor): void {
    const { partnershipId } = actor;
    authorise(actor, 'read', personSubject({ personId: partnershipId, partnershipId }));
  }

  contactFilter(actor: PersonActor): SqlFilter | null {
    return sqlFilterFor(actor, 'read', 'Contact', CONTACT_COLUMNS);
  }

  requireRoster(actor: PersonActor, action: 'read' | 'screen', roster: Roster | undefined): Roster {
    if (roster === undefined) throw notFound('Enquiry');
    authorise(actor, action, enquirySubject(roster));
    return roster;
  }

  /** The register comes from the council's case system, and an administrator brings it: it is no case content. */
  requireMayImportRegister(actor: PersonActor): void {
    if (actor.roles.includes('partnership-admin')) return;
    throw new CodedError('WORKER_REGISTER.IMPORT_NOT_ALLOWED', 403, 'Your role does not let you do this.');
  }

  /** Those who take calls make them. */
  requireMayTelephone(actor: PersonActor): void {
    const { partnershipId, id } = actor;
    authorise(actor, 'take-call', contactSubject({ contactId: id, partnershipId, authorId: id }));
  }
}
