import { authorise, can, sqlFilterFor } from '@mash/authorisation';
import { CaseAccessRepository, caseAccessColumns, openEnquiries } from '@mash/case-access';
import type { Actor, PersonActor, SqlFilter } from '@mash/authorisation';
import type { Tx } from '@mash/persistence';
import { Clock, CodedError, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import type { Roster } from '../domain/roster';
import type { ContactRecord } from '../persistence/contact.record';
import { contactSubject, enquirySubject, personSubject } from './subjects';

const CONTACT_COLUMNS = { id: 'c.contact_id', partnershipId: 'c.partnership_id', authorId: 'c.author_id' };

/**
 * The access rules of `@mash/authorisation`, asked of this service's records. Each `require` gives the record back, or throws: "not
 * found" where it is not there or the actor may not know of it, "forbidden" where they may see it and not do this.
 */
@Injectable()
export class IntakeAccess {
  constructor(
    private readonly cases: CaseAccessRepository,
    private readonly clock: Clock,
  ) {}

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

  async mayReadContact(actor: Actor, contact: ContactRecord, from?: Tx): Promise<boolean> {
    return can(actor, 'read', contactSubject(contact, await this.cases.of(contact.enquiryId, from)));
  }

  async requireContact(actor: PersonActor, contact: ContactRecord | undefined): Promise<ContactRecord> {
    if (contact === undefined) throw notFound('Contact');
    authorise(actor, 'read', contactSubject(contact, await this.cases.of(contact.enquiryId)));
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

  /** Contacts, as `c`, that the actor may read. `null`: none. */
  contactFilter(actor: PersonActor): SqlFilter | null {
    const access = caseAccessColumns('c.enquiry_id', this.clock.now());
    return sqlFilterFor(actor, 'read', 'Contact', { ...CONTACT_COLUMNS, ...access });
  }

  /**
   * Mentions, as `m`, of enquiries whose work the actor may read: what others say of somebody must not give it away that they are in an
   * enquiry which is closed to the actor. `null`: none.
   */
  mentionFilter(actor: PersonActor, firstParam: number): SqlFilter | null {
    const place = { enquiryId: 'm.enquiry_id', partnershipId: 'm.partnership_id' };
    return openEnquiries(actor, place, { now: this.clock.now(), firstParam });
  }

  async requireRoster(
    actor: PersonActor,
    action: 'read' | 'screen' | 'clear-places',
    roster: Roster | undefined,
    from?: Tx,
  ): Promise<Roster> {
    if (roster === undefined) throw notFound('Enquiry');
    authorise(actor, action, enquirySubject(roster, await this.cases.of(roster.enquiryId, from)));
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
