import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import { newId, PersonFactsRecordedV1 } from '@mash/contracts';
import type { RecordPersonFacts } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Clock, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { eventContext } from '../../access/event-context';
import { IntakeAccess } from '../../access/intake-access';
import { IntakeRefusal } from '../../domain/intake-refusal';
import type { RecordedFact } from '../../domain/recorded-facts';
import type { Roster } from '../../domain/roster';
import { PersonFactRepository } from '../../persistence/person-fact.repository';
import { RosterRepository } from '../../persistence/roster.repository';

/** Put on record what somebody says of a person in this enquiry, for the sharing decision. */
export interface RecordPersonFactsCommand {
  readonly enquiryId: string;
  readonly personId: string;
  readonly facts: RecordPersonFacts;
  readonly actor: PersonActor;
}

@Injectable()
export class RecordPersonFactsHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: IntakeAccess,
    private readonly rosters: RosterRepository,
    private readonly facts: PersonFactRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * The facts stand beside the earlier ones: nothing is written over, and what rests on the earlier ones is decided again. Throws "not found" where the person is not on the roster, and
   * `INTAKE.FACTS_INVALID` where it was judged in the future, or names a parent who is not on it.
   */
  async execute({ enquiryId, personId, facts, actor }: RecordPersonFactsCommand): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const roster = await this.access.requireRoster(
        actor,
        'screen',
        await this.rosters.getForUpdate(tx, enquiryId),
        tx,
      );
      if (!roster.mentions.some((mention) => mention.personId === personId)) throw notFound('Person');
      const statedAt = this.clock.now();
      const { judgedAt: said, ...stated } = facts;
      const judgedAt = said === undefined ? undefined : new Date(said);
      requireFitting(roster, { ...stated, personId, judgedAt }, statedAt);
      const factId = newId(statedAt.getTime());
      await this.facts.add(tx, { ...stated, judgedAt, factId, enquiryId, personId, statedBy: actor.id, statedAt });
      const version = await this.facts.count(tx, enquiryId);
      const recorded = { enquiryId, version, recordedAt: statedAt.toISOString() };
      const context = eventContext(actor, roster.partnershipId, enquiryId, statedAt);
      await this.outbox.append(tx, PersonFactsRecordedV1, recorded, context);
      const subject = { type: 'Person', id: personId };
      await this.audit.record(tx, { actor, action: 'person.record-facts', subject, enquiryId, outcome: 'done' });
    });
  }
}

type Judged = Pick<RecordedFact, 'personId' | 'judgedAt' | 'parentId'>;

function requireFitting({ mentions }: Roster, { personId, judgedAt, parentId }: Judged, now: Date): void {
  const isOnRoster = parentId === undefined || mentions.some((mention) => mention.personId === parentId);
  const faults = [
    ...(judgedAt !== undefined && judgedAt > now
      ? [{ field: 'judgedAt', code: 'INTAKE.FUTURE', message: 'It cannot have been judged in the future' }]
      : []),
    ...(isOnRoster && parentId !== personId
      ? []
      : [{ field: 'parentId', code: 'INTAKE.UNKNOWN_PERSON', message: 'Choose another person on the roster' }]),
  ];
  if (faults.length > 0)
    throw new IntakeRefusal('invalid', 'INTAKE.FACTS_INVALID', 'These facts do not fit this enquiry.', faults);
}
