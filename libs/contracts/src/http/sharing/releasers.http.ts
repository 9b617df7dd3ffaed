import { z } from 'zod';

/** The desks that answer a REVIEW (rule book section 2, point 7): the holder and its safeguarding lead, and four that are the partnership's own. */
export const ReleaserDesk = z.enum(['holder', 'safeguarding', 'hub_manager', 'legal', 'adoption', 'ig']);
export type ReleaserDesk = z.infer<typeof ReleaserDesk>;

/** Desks of one agency, kept by its own named senior or safeguarding lead too; the others are the partnership's, whoever pays their people. */
export const AGENCY_DESKS: readonly ReleaserDesk[] = ['holder', 'safeguarding'];

/** Places at a desk, in the order in which a REVIEW climbs; `duty` answers while the hub is shut. */
export const ReleaserSeat = z.enum(['releaser', 'deputy', 'senior', 'duty']);
export type ReleaserSeat = z.infer<typeof ReleaserSeat>;

const who = {
  agencyId: z.string().max(60),
  desk: ReleaserDesk,
  seat: ReleaserSeat,
  accountId: z.uuid().optional().describe('Account of the person; a duty team that is rung has none'),
  name: z.string().trim().min(1).max(120).describe('The person as colleagues know them, or the duty team'),
  telephone: z
    .string()
    .trim()
    .regex(/^\+?[0-9][0-9 ()-]{2,30}$/)
    .optional()
    .describe('Where they are rung'),
};

export const Appointment = z.object({
  ...who,
  telephone: z.string().optional(),
  appointmentId: z.uuid(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime().optional(),
  appointedBy: z.string(),
});
export type Appointment = z.infer<typeof Appointment>;

/** What is unsafe about who answers, for one desk. `nobody_named`: every liaison officer of the agency answers (the hub: every manager). */
export const ReleaserWarning = z.object({
  agencyId: z.string(),
  desk: ReleaserDesk,
  code: z.enum(['nobody_named', 'no_deputy', 'no_senior', 'no_duty_route', 'leaver_soon', 'one_person_twice']),
  sentence: z.string(),
});
export type ReleaserWarning = z.infer<typeof ReleaserWarning>;

/**
 * GET /register/releasers: who answers, now or from a day to come (partnership-admin, hub, ig: all; an agency's staff: their own). `mayKeep`: the
 * agencies at whose own desks the caller may appoint and end; at the partnership's desks the administrator alone may.
 */
export const Releasers = z.object({
  appointments: z.array(Appointment),
  warnings: z.array(ReleaserWarning),
  mayKeep: z.array(z.string()),
});
export type Releasers = z.infer<typeof Releasers>;

/**
 * POST /register/releasers: names somebody. By the partnership's administrator, or at an agency's own desk by its named senior or safeguarding
 * lead. The id is the caller's: the same one twice with the same content answers as before.
 */
export const Appoint = z.strictObject({
  appointmentId: z.uuid(),
  ...who,
  startsAt: z.iso.datetime().optional().describe('Now, where it is left out'),
  endsAt: z.iso.datetime().optional().describe('For a leaver, or cover for a while'),
});
export type Appoint = z.infer<typeof Appoint>;

/** POST /register/releasers/:appointmentId/end: a leaver's last moment. What has ended stays in the register's history. */
export const EndAppointment = z.strictObject({ endsAt: z.iso.datetime() });
export type EndAppointment = z.infer<typeof EndAppointment>;
