import { z } from 'zod';
import { Role } from '../../core/roles';
import { Sealed } from '../sealed';

const accounts = z.array(z.uuid()).max(50);

/** PUT /enquiries/:enquiryId/access: both lists as they shall be from now on. Why is sealed as a note of the same id. */
export const SetAccess = z.strictObject({
  changeId: z.uuid(),
  expectedVersion: z
    .int()
    .nonnegative()
    .describe('The access that was seen: a change made meanwhile is not written over'),
  restricted: z.boolean().describe('Only those named may open it in the hub'),
  named: accounts.describe('Accounts that may'),
  conflicts: accounts.describe('Accounts that may not, whatever else they are: they know the family'),
  sealedReason: Sealed,
});
export type SetAccess = z.infer<typeof SetAccess>;

/** Somebody who works with the platform, as the sign-in service named them when they last signed in. */
export const StaffMember = z.object({
  accountId: z.uuid(),
  name: z.string(),
  roleTitle: z.string(),
  agencyId: z.string(),
  roles: z.array(Role),
});
export type StaffMember = z.infer<typeof StaffMember>;

/** GET /staff: everybody of the partnership who has signed in, by name. */
export const Staff = z.object({ staff: z.array(StaffMember) });
export type Staff = z.infer<typeof Staff>;

/** PUT /staff/me: how colleagues find the caller in a list. Account, roles, agency and partnership are the token's. */
export const IntroduceMyself = z.strictObject({
  name: z.string().trim().min(1).max(120),
  roleTitle: z.string().trim().min(1).max(120),
});
export type IntroduceMyself = z.infer<typeof IntroduceMyself>;

const stated = z.object({ accountId: z.string(), by: z.string(), at: z.iso.datetime() });

/** GET /enquiries/:enquiryId/access: who may see an enquiry now, for those who may change it, and whom they can choose from. */
export const EnquiryAccess = z.object({
  version: z.int().nonnegative(),
  restricted: z.boolean(),
  named: z.array(stated),
  conflicts: z.array(stated),
  staff: z.array(StaffMember).describe('Everybody of the partnership who has signed in'),
});
export type EnquiryAccess = z.infer<typeof EnquiryAccess>;
