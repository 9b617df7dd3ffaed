import { UnitOfWork } from '@mash/persistence';
import type { Tx } from '@mash/persistence';
import { Controller, Injectable } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Inbox } from '../inbox/inbox';
import { StepTakenV1 } from './fixture.contracts';

/** What a test makes the reaction do after its effect and before its commit. */
@Injectable()
export class Mood {
  onStep: (event: StepTakenV1, tx: Tx) => Promise<void> | void = () => undefined;
  deliveries = 0;
}

/** The reaction of the tests: it notes each step once. */
@Controller()
export class NoteStepWhenTaken {
  static readonly consumerId = 'fixture.note-step-when-taken';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly mood: Mood,
  ) {}

  @EventPattern(StepTakenV1.type)
  async handle(@Payload() event: StepTakenV1): Promise<void> {
    this.mood.deliveries += 1;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, NoteStepWhenTaken.consumerId, event.id))) return;
      const { enquiryId, n } = event.data;
      await tx.query('INSERT INTO effect (event_id, enquiry_id, n) VALUES ($1, $2, $3)', [event.id, enquiryId, n]);
      await this.mood.onStep(event, tx);
    });
  }
}
