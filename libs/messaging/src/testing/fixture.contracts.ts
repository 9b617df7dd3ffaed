import { defineEvent } from '@mash/contracts';
import type { EventOf } from '@mash/contracts';
import { z } from 'zod';

const Step = z.object({ enquiryId: z.uuid(), n: z.number().int() });

/** An event for the tests of this library: one more step of an enquiry. */
export const StepTakenV1 = defineEvent({
  type: 'fixture.step-taken',
  version: 1,
  topic: 'mash.fixture.v1',
  key: (data) => data.enquiryId,
  data: Step,
});
export type StepTakenV1 = EventOf<typeof StepTakenV1>;

/** A type of the same topic that services of the tests do nothing about. */
export const StepPlannedV1 = defineEvent({ ...StepTakenV1, type: 'fixture.step-planned' });

/** A type that nobody has released to the readers of the tests. */
export const StepUndoneV1 = defineEvent({ ...StepTakenV1, type: 'fixture.step-undone' });
