import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import { PersonFacts } from '@mash/contracts';
import { Clock, CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { IntakeAccess } from '../../access/intake-access';
import { factKindOf } from '../../domain/fact-kind-of';
import { onRecordOf, recordedOf } from '../../domain/on-record-of';
import { knownBirth } from '../../domain/known-birth';
import { PersonFactRepository } from '../../persistence/person-fact.repository';
import { PersonSearchRepository } from '../../persistence/person-search.repository';
import { PersonRepository } from '../../persistence/person.repository';
import { RosterRepository } from '../../persistence/roster.repository';
import { personFactsView } from './person-facts.view';

class PersonFactsAnswer extends createZodDto(PersonFacts) {}

@Controller('enquiries')
export class PersonFactsController {
  constructor(
    private readonly access: IntakeAccess,
    private readonly rosters: RosterRepository,
    private readonly persons: PersonRepository,
    private readonly searches: PersonSearchRepository,
    private readonly facts: PersonFactRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What was put on record of one person, by whom it was judged and when, and what stands of it today: for the hub. */
  @Get(':enquiryId/people/:personId/facts')
  @ZodResponse({ type: PersonFactsAnswer })
  async read(
    @UuidParam('enquiryId') enquiryId: string,
    @UuidParam('personId') personId: string,
    @CurrentPerson() actor: PersonActor,
  ) {
    const roster = await this.access.requireRoster(actor, 'screen', await this.rosters.get(enquiryId));
    const mention = roster.mentions.find((one) => one.personId === personId);
    if (mention === undefined) throw notFound('Person');
    const [[person], statements, links] = await Promise.all([
      this.persons.byIds(roster.partnershipId, [personId]),
      this.facts.of(enquiryId),
      this.searches.linksOf(enquiryId),
    ]);
    const subject = { type: 'Person', id: personId };
    await this.audit.recordRead({
      ...{ actor, action: 'person.read-facts', subject, enquiryId, personIds: [personId], outcome: 'shown' },
    });
    const now = this.clock.now();
    const trail = { roster, links };
    const [stands, recorded] = [onRecordOf(mention, statements, trail), recordedOf(mention, statements, trail)];
    return personFactsView(stands, recorded, { kind: factKindOf(knownBirth(person, mention.said), now), now });
  }
}
