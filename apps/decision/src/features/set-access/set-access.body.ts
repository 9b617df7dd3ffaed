import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const accounts = z.array(z.uuid()).max(50);

/** PUT /enquiries/:enquiryId/access: both lists as they shall be from now on. */
export const SetAccess = z.strictObject({
  restricted: z.boolean().describe('Only those named may open it in the hub'),
  named: accounts.describe('Accounts that may'),
  conflicts: accounts.describe('Accounts that may not, whatever else they are: they know the family'),
});
export type SetAccess = z.infer<typeof SetAccess>;

export class SetAccessBody extends createZodDto(SetAccess) {}
