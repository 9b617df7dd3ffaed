import { z } from 'zod';
import { BirthDate } from './mentioned-people.http';
import { typedText } from './typed-text';

/** PUT /worker-register (partnership-admin): the whole register of allocated workers, as the case system gave it. An older one than is there is refused (INTAKE.REGISTER_OLDER). */
export const WorkerRegister = z.strictObject({
  asOf: z.iso.datetime().describe('When the case system gave it'),
  rows: z
    .array(
      z.strictObject({
        personId: z
          .uuid()
          .optional()
          .describe('Where the person of the index is known; else names and whole birth date'),
        forenames: typedText(100).optional(),
        surname: typedText(100).optional(),
        birthDate: BirthDate.optional(),
        workerName: typedText(120).min(1),
        team: typedText(120).min(1),
        since: z.iso.date().optional(),
      }),
    )
    .max(5000),
});
export type WorkerRegister = z.infer<typeof WorkerRegister>;

export const WorkerRegisterKept = z.object({ asOf: z.iso.datetime(), rows: z.number().int() });
export type WorkerRegisterKept = z.infer<typeof WorkerRegisterKept>;
