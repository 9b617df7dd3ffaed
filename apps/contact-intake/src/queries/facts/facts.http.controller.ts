import { isInReach, type Actor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import { ConsentWordsFacts, ContactFactsToCheck, IntakeFacts } from '@mash/contracts';
import { Clock, CurrentActor, notFound, RequiresScope, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { intakeFacts } from '../../domain/intake-facts';
import { ConsentRepository } from '../../persistence/consent.repository';
import { ContactRepository } from '../../persistence/contact.repository';
import { PersonFactRepository } from '../../persistence/person-fact.repository';
import { PersonSearchRepository } from '../../persistence/person-search.repository';
import { PersonRepository } from '../../persistence/person.repository';
import { RosterRepository } from '../../persistence/roster.repository';
import { TelephoneTaskRepository } from '../../persistence/telephone-task.repository';

class ContactToCheck extends createZodDto(ContactFactsToCheck) {}
class ConsentWordsAnswer extends createZodDto(ConsentWordsFacts) {}
class IntakeFactsAnswer extends createZodDto(IntakeFacts) {}

@Controller('facts')
export class FactsController {
  constructor(
    private readonly contacts: ContactRepository,
    private readonly rosters: RosterRepository,
    private readonly persons: PersonRepository,
    private readonly facts: PersonFactRepository,
    private readonly tasks: TelephoneTaskRepository,
    private readonly searches: PersonSearchRepository,
    private readonly consents: ConsentRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What the sharing decision asks: kinds, relations, protections and recorded facts, newest version. No name comes out here. */
  @Get('enquiries/:enquiryId')
  @RequiresScope('facts:read')
  @ZodResponse({ type: IntakeFactsAnswer })
  async read(@UuidParam('enquiryId') enquiryId: string, @CurrentActor() actor: Actor) {
    const [contact, roster] = await Promise.all([this.contacts.byEnquiry(enquiryId), this.rosters.get(enquiryId)]);
    if (contact === undefined || roster === undefined) throw notFound('Enquiry');
    const { partnershipId, urgent, referrerKind, presentingIssues: issues } = contact;
    if (!isInReach(actor, partnershipId)) throw notFound('Enquiry');

    const ids = roster.mentions.map(({ personId }) => personId);
    const own = roster.mentions.map(({ provisionalPersonId }) => provisionalPersonId);
    const [people, statements, callBackOpen, links, consentStatementIds] = await Promise.all([
      this.persons.byIds(partnershipId, [...ids, ...own]),
      this.facts.of(enquiryId),
      this.tasks.isOpenFor(contact.contactId),
      this.searches.linksOf(enquiryId),
      this.consents.idsOf(enquiryId),
    ]);
    const persons = new Map(people.map((person) => [person.personId, person]));
    const subject = { type: 'Enquiry', id: enquiryId };
    await this.audit.recordRead({
      actor,
      action: 'facts.read',
      subject,
      enquiryId,
      partnershipId,
      personIds: ids,
      outcome: 'shown',
    });
    const about = { urgent, referrerKind, issues, roster, persons, callBackOpen };
    return intakeFacts({ ...about, statements, links, consentStatementIds }, this.clock.now());
  }

  /** The sealed words of a concern, with who brought them: `sharing` opens them once and says whether they are what they should be. */
  @Get('contacts/:contactId')
  @RequiresScope('facts:read')
  @ZodResponse({ type: ContactToCheck })
  async contact(@UuidParam('contactId') contactId: string, @CurrentActor() actor: Actor) {
    const contact = await this.contacts.byId(contactId);
    if (contact === undefined) throw notFound('Contact');
    const { partnershipId, enquiryId, authorId, authorship, keyId, envelope } = contact;
    if (!isInReach(actor, partnershipId)) throw notFound('Contact');
    const entry = { actor, action: 'facts.read-contact', subject: { type: 'Contact', id: contactId }, enquiryId };
    await this.audit.recordRead({ ...entry, partnershipId, outcome: 'shown' });
    const author = { kind: authorship === 'system' ? ('system' as const) : ('person' as const), id: authorId };
    return { contactId, enquiryId, partnershipId, author, sealed: { kid: keyId, envelope } };
  }

  /** The words that were sealed with a statement about consent: `sharing` keeps them beside the statement, and opens them there. */
  @Get('consents/:statementId')
  @RequiresScope('facts:read')
  @ZodResponse({ type: ConsentWordsAnswer })
  async consent(@UuidParam('statementId') statementId: string, @CurrentActor() actor: Actor) {
    const words = await this.consents.wordsOf(statementId);
    if (words === undefined) throw notFound('Consent');
    const { enquiryId, partnershipId } = words;
    if (!isInReach(actor, partnershipId)) throw notFound('Consent');
    const entry = { actor, action: 'facts.read-consent', subject: { type: 'Consent', id: statementId }, enquiryId };
    await this.audit.recordRead({ ...entry, partnershipId, outcome: 'shown' });
    return { statementId, sealed: { kid: words.wordsKid, envelope: words.wordsEnvelope } };
  }
}
