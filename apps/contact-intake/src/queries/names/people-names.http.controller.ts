import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import { AskPeopleNames, PeopleNames } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { IntakeAccess } from '../../access/intake-access';
import { displayNameOf } from '../../domain/person-name';
import { PersonRepository } from '../../persistence/person.repository';

class AskPeopleNamesBody extends createZodDto(AskPeopleNames) {}
class PeopleNamesAnswer extends createZodDto(PeopleNames) {}

@Controller('people')
export class PeopleNamesController {
  constructor(
    private readonly persons: PersonRepository,
    private readonly access: IntakeAccess,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Names and birth dates for the ids on a page, of those whom an enquiry speaks of that the caller may see. A POST, so that no id of a
   * person is in a URL.
   */
  @Post('names')
  @ZodResponse({ type: PeopleNamesAnswer, status: 200 })
  async names(@Body() { personIds }: AskPeopleNamesBody, @CurrentPerson() actor: PersonActor) {
    this.access.requireMayReadPeople(actor);
    const people = await this.persons.mentionedIn(this.access.mentionFilter(actor, 3), actor.partnershipId, personIds);
    const ids = people.map(({ personId }) => personId);
    const subject = { type: 'Person', id: actor.partnershipId };
    await this.audit.recordRead({ actor, action: 'person.names', subject, personIds: ids, outcome: 'shown' });
    return {
      people: people.map((person) => {
        const { personId, kind, birthDate, expectedDate } = person;
        return { personId, displayName: displayNameOf(person), kind, birthDate, expectedDate };
      }),
    };
  }
}
